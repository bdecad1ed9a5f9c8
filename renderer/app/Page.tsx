/** The middle of the window: one screen at a time. */
import { Suspense } from 'react';
import { useText } from '../i18n/index.ts';
import { ImportsScreen } from '../imports/ImportsScreen.tsx';
import { BinScreen } from '../library/BinScreen.tsx';
import { LibraryScreen } from '../library/LibraryScreen.tsx';
import { StartScreen } from '../library/StartScreen.tsx';
import { SearchScreen } from '../search/SearchScreen.tsx';
import { Boundary } from './Boundary.tsx';
import {
  BookmarksScreen,
  CodebookScreen,
  DocumentPaper,
  FollowUpsScreen,
  MatrixScreen,
  Reader,
  ReportScreen,
  SheetScreen,
  TagPassages,
} from './panels.tsx';
import { AS_OPENED } from '../tags/passage-choices.ts';
import type { Screen } from './view.ts';
import { currentScreen, useView } from './view.ts';

export function Page() {
  const t = useText('app');
  const screen = useView(currentScreen);
  return (
    <main className="page" data-pane="page" tabIndex={-1} aria-label={t('regions.page')}>
      <Boundary place={'id' in screen ? screen.id : screen.name}>
        <Suspense>
          <ScreenContent screen={screen} />
        </Suspense>
      </Boundary>
    </main>
  );
}

function ScreenContent({ screen }: { readonly screen: Screen }) {
  switch (screen.name) {
    case 'start':
      return <StartScreen />;
    case 'library':
      return <LibraryScreen key="library" collection="" />;
    case 'guides':
      return <LibraryScreen key="guides" collection="guides" />;
    case 'bin':
      return <BinScreen />;
    case 'imports':
      return <ImportsScreen />;
    case 'sheet':
      return <SheetScreen />;
    case 'followUps':
      return <FollowUpsScreen />;
    case 'bookmarks':
      return <BookmarksScreen />;
    case 'search':
      return <SearchScreen query={screen.query} />;
    case 'tag':
      return (
        <TagPassages key={screen.id} tagId={screen.id} choices={screen.choices ?? AS_OPENED} />
      );
    case 'print':
      return <DocumentPaper key={screen.id} documentId={screen.id} />;
    case 'codebook':
      return <CodebookScreen tagId={screen.tagId} />;
    case 'matrix':
      return <MatrixScreen key={screen.compare} compare={screen.compare} />;
    case 'report':
      return <ReportScreen key={screen.id} documentId={screen.id} />;
    case 'document':
      return <Reader key={screen.id} documentId={screen.id} focus={screen.focus} />;
  }
}
