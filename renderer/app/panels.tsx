/** The parts of the window that are loaded when first shown: reading, notes, tags. */
import { lazy } from 'react';

export const Reader = lazy(() =>
  import('../reader/index.tsx').then((part) => ({ default: part.Reader })),
);
export const ReportScreen = lazy(() =>
  import('../report/ReportScreen.tsx').then((part) => ({ default: part.ReportScreen })),
);
export const SheetScreen = lazy(() =>
  import('../sheet/SheetScreen.tsx').then((part) => ({ default: part.SheetScreen })),
);
export const DocumentPaper = lazy(() =>
  import('../sheet/DocumentPaper.tsx').then((part) => ({ default: part.DocumentPaper })),
);
export const FollowUpsScreen = lazy(() =>
  import('../notes/FollowUpsScreen.tsx').then((part) => ({ default: part.FollowUpsScreen })),
);
export const BookmarksScreen = lazy(() =>
  import('../notes/BookmarksScreen.tsx').then((part) => ({ default: part.BookmarksScreen })),
);
export const ExportDialog = lazy(() =>
  import('../exports/ExportDialog.tsx').then((part) => ({ default: part.ExportDialog })),
);
export const ColoursDialog = lazy(() =>
  import('../colours/ColoursDialog.tsx').then((part) => ({ default: part.ColoursDialog })),
);
export const EraseDialog = lazy(() =>
  import('../erase/EraseDialog.tsx').then((part) => ({ default: part.EraseDialog })),
);
export const Outline = lazy(() =>
  import('../reader/Outline.tsx').then((part) => ({ default: part.Outline })),
);
export const NotesPanel = lazy(() =>
  import('../notes/index.tsx').then((part) => ({ default: part.NotesPanel })),
);
// Tags stand in the rail from the start, but the library's list comes first; and the tree comes alone.
export const TagTree = lazy(() =>
  whenIdle()
    .then(() => import('../tags/TagTree.tsx'))
    .then((part) => ({ default: part.TagTree })),
);
export const TagPassages = lazy(() =>
  import('../tags/index.tsx').then((part) => ({ default: part.TagPassages })),
);
export const TagPicker = lazy(() =>
  import('../tags/TagPicker.tsx').then((part) => ({ default: part.TagPicker })),
);
export const MatrixScreen = lazy(() =>
  import('../tags/index.tsx').then((part) => ({ default: part.MatrixScreen })),
);
export const CodebookScreen = lazy(() =>
  import('../tags/index.tsx').then((part) => ({ default: part.CodebookScreen })),
);

/** Milliseconds after which what waits for a quiet moment comes anyway. */
const PATIENCE = 400;

let release = (): void => undefined;
const answered = new Promise<void>((resolve) => {
  release = resolve;
});

/** To be called when the first screen has what it shows: only then the rest begins to load. */
export function firstAnswered(): void {
  release();
}

async function whenIdle(): Promise<void> {
  await answered;
  await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: PATIENCE }));
}
