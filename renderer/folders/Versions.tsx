/** The versions of the text that is open: a small list in its title block, a word where it is an old one. */
import { openDocument } from '../app/view.ts';
import { useArchive } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';

export function Versions({ documentId }: { readonly documentId: string }) {
  const t = useText('folders');
  const format = useFormats();
  const { data: versions = [] } = useArchive('versions.list', { id: documentId });
  if (versions.length < 2) return null;
  const newest = versions.find(({ current }) => current);
  const older = newest !== undefined && newest.id !== documentId;
  return (
    <div className="versions">
      {older && (
        <p className="versions-older">
          {t('versions.older')}{' '}
          <Button onPress={() => openDocument(newest.id)}>{t('versions.open')}</Button>
        </p>
      )}
      <details>
        <summary>
          {t('versions.title', { count: versions.length, shown: format.number(versions.length) })}
        </summary>
        <ol aria-label={t('versions.label')}>
          {versions.map(({ id, title, originalName, addedAt, current }) => (
            <li key={id}>
              {id === documentId ? (
                <span>{title}</span>
              ) : (
                <button type="button" className="link" onClick={() => openDocument(id)}>
                  {title}
                </button>
              )}
              <span className="versions-facts">
                {[
                  originalName,
                  t('versions.added', { moment: format.moment(addedAt) }),
                  current ? t('versions.current') : '',
                  id === documentId ? t('versions.shown') : '',
                ]
                  .filter((fact) => fact !== '')
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
