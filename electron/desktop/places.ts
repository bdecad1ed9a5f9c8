/**
 * Where the built parts and the product's resources lie, seen from main's own bundle, unpacked or
 * packaged.
 */
import { app } from 'electron';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const out = dirname(import.meta.dirname);

export const PLACES = {
  service: join(out, 'electron', 'service.cjs'),
  preload: join(out, 'electron', 'preload.cjs'),
  renderer: join(out, 'renderer'),
  parser: join(out, 'parser'),
  pdfjs: join(out, 'pdfjs'),
  resources: join(dirname(out), 'resources'),
} as const;

/** A SQLite binding that fits this Electron where the usual one does not, or null. */
export function sqliteBinding(): string | null {
  if (!app.isPackaged) return process.env['GMG_SQLITE_BINDING'] ?? null;
  const beside = join(process.resourcesPath, 'sqlite.node');
  return existsSync(beside) ? beside : null;
}
