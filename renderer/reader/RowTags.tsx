/** The tags under a paragraph, as quiet words with their colour; each leads to its passages. */
import { useArchive } from '../data/archive.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { show } from '../app/view.ts';
import { useText } from '../i18n/index.ts';
import { tagName, tagPath, tagsById } from '../tags/tag-tree.ts';

/**
 * @param ids tag ids joined by spaces.
 * @param saidAs id of the words that a paragraph is described by; absent: nothing refers to them.
 */
export function RowTags({ ids, saidAs }: { readonly ids: string; readonly saidAs?: string }) {
  const t = useText('reader');
  const language = usePreferenceState(interfaceLanguage);
  const { data: tags = [] } = useArchive('tags.list', {});
  const byId = tagsById(tags);
  const shown = ids.split(' ').flatMap((id) => byId.get(id) ?? []);
  const names = shown.map((tag) => tagName(tag, language)).join(', ');
  return (
    <>
      {saidAs !== undefined && (
        <span id={saidAs} hidden>
          {t('paragraph.tagged', { names })}
        </span>
      )}
      <span className="row-tags" role="list" aria-label={t('paragraph.tags')}>
        {shown.map((tag) => (
          <span role="listitem" key={tag.id}>
            <button
              type="button"
              tabIndex={-1}
              className="tag-word"
              data-colour={tag.colour}
              title={tagPath(byId, tag.id, language).join(' › ')}
              onClick={() => show({ name: 'tag', id: tag.id })}
            >
              {tagName(tag, language)}
            </button>
          </span>
        ))}
      </span>
    </>
  );
}
