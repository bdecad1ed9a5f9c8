/** Buttons that add the supplied schemes which are not in the library yet, or bring archived ones back. */
import { Plus } from 'lucide-react';
import type { TagView } from '../../electron/contract/views.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';
import { tagName } from './tag-tree.ts';
import { useTagActs } from './use-tag-acts.ts';

/** Besides the Global Compact's, which the tree itself offers. */
const SUPPLIED = ['population', 'regions'] as const;

export function SupplyScheme({ tags }: { readonly tags: readonly TagView[] }) {
  const t = useText('tags');
  const { mutate: add } = useCommand('tags.scheme');
  const coding = useText('coding');
  const language = usePreferenceState(interfaceLanguage);
  const { archive } = useTagActs();
  const hidden = tags.filter(
    ({ scheme, parentId, archived }) => scheme !== '' && parentId === null && archived,
  );
  const missing = SUPPLIED.filter((one) => !tags.some(({ scheme }) => scheme === one));
  return (
    <div className="tag-rail-acts">
      {missing.map((scheme) => (
        <Button key={scheme} variant="quiet" onPress={() => add({ scheme })}>
          <Plus aria-hidden="true" />
          {t(`schemes.${scheme}`)}
        </Button>
      ))}
      {hidden.map((tag) => (
        <Button key={tag.id} variant="quiet" onPress={() => archive(tag, false)}>
          <Plus aria-hidden="true" />
          {coding('schemes.show', { name: tagName(tag, language) })}
        </Button>
      ))}
    </div>
  );
}
