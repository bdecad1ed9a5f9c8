/** The window as a whole: its regions, what stands over them, and the keys that hold everywhere. */
import { Suspense, useEffect } from 'react';
import { useVersionNotices } from '../folders/notices.ts';
import { DropOverlay } from '../imports/DropOverlay.tsx';
import { useImportNotices } from '../imports/follow.ts';
import { useAutomaticReading } from '../ocr/automatic.ts';
import { AuthorDialog } from './Author.tsx';
import { Banners } from './Banners.tsx';
import { DocumentTabs } from './DocumentTabs.tsx';
import { Help } from './Help.tsx';
import { useWindowShortcuts } from './keyboard.ts';
import { Keys } from './Keys.tsx';
import { Page } from './Page.tsx';
import { Palette } from './Palette.tsx';
import { Panel } from './Panel.tsx';
import { ColoursDialog, EraseDialog, ExportDialog } from './panels.tsx';
import { useColoursDialog } from '../colours/state.ts';
import { useErasing } from '../erase/state.ts';
import { useExports } from '../exports/state.ts';
import { followPanes } from './panes.ts';
import { Rail } from './Rail.tsx';
import { useSides } from './sides.ts';
import { StatusLine } from './StatusLine.tsx';
import { Toasts } from './Toasts.tsx';
import { TopLine } from './TopLine.tsx';
import { useFirstScreen } from './first-screen.ts';
import { currentDocument, useView } from './view.ts';

export function App() {
  const sides = useSides();
  const hasDocument = useView((state) => currentDocument(state) !== null);
  const exporting = useExports(({ asked }) => asked !== null);
  const colours = useColoursDialog(({ open }) => open);
  const erasing = useErasing(({ asked }) => asked !== null);
  useWindowShortcuts();
  useImportNotices();
  useVersionNotices();
  useAutomaticReading();
  useFirstScreen();
  useEffect(followPanes, []);
  return (
    <>
      <div className="window">
        <TopLine />
        <Banners />
        <div className="regions">
          {sides.leftRail && <Rail />}
          <div className="middle">
            <DocumentTabs />
            <Page />
          </div>
          {sides.rightPanel && hasDocument && <Panel />}
        </div>
        <StatusLine />
      </div>
      <Help />
      <Keys />
      <Palette />
      <AuthorDialog />
      {exporting && (
        <Suspense>
          <ExportDialog />
        </Suspense>
      )}
      {colours && (
        <Suspense>
          <ColoursDialog />
        </Suspense>
      )}
      {erasing && (
        <Suspense>
          <EraseDialog />
        </Suspense>
      )}
      <DropOverlay />
      <Toasts />
    </>
  );
}
