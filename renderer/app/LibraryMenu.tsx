/** Which library is open, and the others: new, open, recent; its backup and its author. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LibraryInfo } from '../../electron/contract/views.ts';
import { shell } from '../client.ts';
import { useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { MenuButton } from '../design/Menu.tsx';
import { notify } from '../design/toast.ts';
import { receiveAnnotations } from '../exports/receive.ts';
import { openExport } from '../exports/state.ts';
import { useText } from '../i18n/index.ts';
import { attempt } from './acts.ts';
import { flush } from './flush.ts';
import { useView } from './view.ts';

/** Leaves this library for another one, after saving what waits. */
export function switchLibrary(name: 'shell.newLibrary' | 'shell.openLibrary'): void {
  attempt(async () => {
    await flush();
    await shell(name, {});
  });
}

interface LibraryMenuProps {
  readonly info: LibraryInfo;
  readonly children: ReactNode;
}

export function LibraryMenu({ info, children }: LibraryMenuProps) {
  const t = useText('app');
  const exports = useText('exports');
  const { data: shellInfo } = useQuery({
    queryKey: ['shell.info'],
    queryFn: () => shell('shell.info', {}),
  });
  const backup = useCommand('library.backup');
  const recent = (shellInfo?.recent ?? []).filter(({ path }) => path !== info.path);
  const words = t('library.menu', { name: info.name });
  return (
    <MenuButton
      label={words}
      acts={[
        { id: 'new', label: t('library.new'), act: () => switchLibrary('shell.newLibrary') },
        { id: 'open', label: t('library.open'), act: () => switchLibrary('shell.openLibrary') },
        ...recent.slice(0, 5).map(({ id, name }, place) => ({
          id: `recent-${id}`,
          label: t('library.recent', { name }),
          apart: place === 0,
          act: () =>
            attempt(async () => {
              await flush();
              await shell('shell.openRecent', { id });
            }),
        })),
        {
          id: 'folder',
          label: t('library.folder'),
          apart: true,
          act: () => attempt(() => shell('shell.showLibraryFolder', {})),
        },
        {
          id: 'export',
          label: exports('act'),
          apart: true,
          act: () => openExport({ type: 'library' }),
        },
        {
          id: 'receive',
          label: exports('receive'),
          disabled: info.readOnly !== null,
          act: receiveAnnotations,
        },
        {
          id: 'backup',
          apart: true,
          label: t('library.backup'),
          act: () =>
            backup.mutate({}, { onSuccess: ({ name }) => notify(t('library.backedUp', { name })) }),
        },
        {
          id: 'author',
          label: t('library.author'),
          disabled: info.readOnly !== null,
          act: () => useView.setState({ askingAuthor: true }),
        },
      ]}
    >
      <Button variant="quiet" aria-label={words} className="library-name">
        {children}
      </Button>
    </MenuButton>
  );
}
