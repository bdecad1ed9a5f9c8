/** The folders that the library follows: when each was looked at, what was found, and what can be done. */
import type { FolderView } from '../../electron/contract/views.ts';
import { attempt } from '../app/acts.ts';
import { call, shell } from '../client.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { notify } from '../design/toast.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';

const FOUND = ['added', 'replaced', 'moved', 'missing', 'failed'] as const;

export function FollowedFolders() {
  const t = useText('folders');
  const { data: folders } = useArchive('folders.list', {});
  const { data: info } = useArchive('library.info', {});
  if (folders === undefined) return null;
  const writable = info?.readOnly === null;
  return (
    <section className="followed" aria-labelledby="followed-folders">
      <div className="followed-head">
        <h2 id="followed-folders">{t('title')}</h2>
        <Button
          isDisabled={!writable}
          onPress={() => attempt(() => shell('shell.watchFolder', {}))}
        >
          {t('add')}
        </Button>
      </div>
      {folders.length === 0 ? (
        <p className="followed-about">{t('about')}</p>
      ) : (
        <ul aria-labelledby="followed-folders">
          {folders.map((folder) => (
            <Folder key={folder.id} folder={folder} writable={writable} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Folder({ folder, writable }: { readonly folder: FolderView; readonly writable: boolean }) {
  const t = useText('folders');
  const faults = useText('faults');
  const format = useFormats();
  const rescan = useCommand('folders.rescan');
  const { id, name, path, looking, lookedAt, files, found, fault } = folder;
  const news = FOUND.filter((what) => found[what] > 0).map((what) =>
    t(`found.${what}`, { count: found[what], shown: format.number(found[what]) }),
  );
  const facts = [
    looking
      ? t('looking')
      : lookedAt === null
        ? t('never')
        : t('lookedAt', { moment: format.moment(lookedAt) }),
    t('files', { count: files, shown: format.number(files) }),
    lookedAt === null || looking || fault !== null
      ? ''
      : news.length === 0
        ? t('found.nothing')
        : news.join(', '),
  ];
  const stop = (): void =>
    attempt(async () => {
      await call('folders.remove', { id });
      notify(t('removed', { name }));
    });
  return (
    <li className="followed-folder">
      <div className="followed-words">
        <h3 title={path}>{name}</h3>
        <p className="followed-path" title={path}>
          {path}
        </p>
        <p className="tabular">{facts.filter((fact) => fact !== '').join(' · ')}</p>
        {fault !== null && <p className="grave">{faults(fault.code)}</p>}
      </div>
      <div className="followed-acts">
        <Button
          isDisabled={!writable || looking}
          aria-label={t('lookAt', { name })}
          onPress={() => rescan.mutate({ id })}
        >
          {t('look')}
        </Button>
        <Button
          variant="quiet"
          isDisabled={!writable}
          aria-label={t('removeOf', { name })}
          onPress={stop}
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}
