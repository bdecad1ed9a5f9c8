/** Which notes are about to be exported: what any screen asks for, and the one dialog answers. */
import { create } from 'zustand';
import type { ShellInput } from '../../electron/contract/shell.ts';

export type ExportScope = ShellInput<'shell.export'>['scope'];

export interface ExportAsked {
  readonly scope: ExportScope;
  /** Title of the document or name of the tag; '' for the library. */
  readonly title: string;
}

export const useExports = create<{ readonly asked: ExportAsked | null }>(() => ({ asked: null }));

/** Opens the dialog. */
export function openExport(scope: ExportScope, title = ''): void {
  useExports.setState({ asked: { scope, title } });
}
