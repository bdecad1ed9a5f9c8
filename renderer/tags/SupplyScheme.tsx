/** Buttons that add the supplied schemes which are not in the library yet. */
import { Plus } from 'lucide-react';
import type { TagView } from '../../electron/contract/views.ts';
import { useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useText } from '../i18n/index.ts';

/** Besides the Global Compact's, which the tree itself offers. */
const SUPPLIED = ['population', 'regions'] as const;

export function SupplyScheme({ tags }: { readonly tags: readonly TagView[] }) {
  const t = useText('tags');
  const { mutate: add } = useCommand('tags.scheme');
  const missing = SUPPLIED.filter((one) => !tags.some(({ scheme }) => scheme === one));
  return (
    <div className="tag-rail-acts">
      {missing.map((scheme) => (
        <Button key={scheme} variant="quiet" onPress={() => add({ scheme })}>
          <Plus aria-hidden="true" />
          {t(`schemes.${scheme}`)}
        </Button>
      ))}
    </div>
  );
}
