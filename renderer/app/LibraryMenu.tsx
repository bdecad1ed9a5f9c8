/** Which library is open, and the others: new, open, recent; its backup and its author. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LibraryInfo } from '../../electron/contract/views.ts';
import { shell } from '../client.ts';
import { Button } from '../design/Button.tsx';
import { MenuButton } from '../design/Menu.tsx';
import { useText } from '../i18n/index.ts';
import { attempt } from './acts.ts';
import { flush } from './flush.ts';
import type { ShortcutId } from './shortcuts.ts';
import { WINDOW_ACTS } from './window-acts.ts';

interface LibraryMenuProps {
  readonly info: LibraryInfo;
  readonly children: ReactNode;
}

export function LibraryMenu({ info, children }: LibraryMenuProps) {
  const t = useText('app');
  const exports = useText('exports');
  const reader = useText('reader');
  const { data: shellInfo } = useQuery({
    queryKey: ['shell.info'],
    queryFn: () => shell('shell.info', {}),
  });
  const recent = (shellInfo?.recent ?? []).filter(({ path }) => path !== info.path);
  const words = t('library.menu', { name: info.name });
  const does = (id: ShortcutId) => () => WINDOW_ACTS[id]?.();
  return (
    <MenuButton
      label={words}
      acts={[
        { id: 'new', label: t('library.new'), act: does('newLibrary') },
        { id: 'open', label: t('library.open'), act: does('openLibrary') },
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
          act: does('libraryFolder'),
        },
        {
          id: 'export',
          label: exports('act'),
          apart: true,
          act: does('export'),
        },
        {
          id: 'receive',
          label: exports('receive'),
          disabled: info.readOnly !== null,
          act: does('receive'),
        },
        { id: 'colours', apart: true, label: reader('meanings.act'), act: does('colours') },
        {
          id: 'backup',
          apart: true,
          label: t('library.backup'),
          act: does('backup'),
        },
        {
          id: 'author',
          label: t('library.author'),
          disabled: info.readOnly !== null,
          act: does('author'),
        },
      ]}
    >
      <Button variant="quiet" aria-label={words} className="library-name">
        {children}
      </Button>
    </MenuButton>
  );
}
