/** Writing a file where the reader wanted it: whole or not at all, and told in their words when it fails. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { FaultError } from '../../core/fault.ts';
import { fileFault } from '../../core/fileFault.ts';

/** @throws FaultError: no such folder, held open by another program, disk full. */
export function writeFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.part`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new FaultError(fileFault(code, process.platform), code);
  }
}
