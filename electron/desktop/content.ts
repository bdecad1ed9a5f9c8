/**
 * Which built files the own protocol can serve: a list made once at start, from address to file. A
 * request is looked up in it word for word, so no text of a request ever becomes a path.
 */
import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface ServedFile {
  /** Absolute path. */
  readonly path: string;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};
const UNKNOWN = 'application/octet-stream';

/** All files below `folder`, by the address they get below `prefix` ('/' or '/pdfjs/'). */
export function filesOf(folder: string, prefix: string): Map<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  const walk = (place: string, address: string): void => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const path = join(place, entry.name);
      if (entry.isDirectory()) walk(path, `${address}${entry.name}/`);
      else if (entry.isFile()) {
        const type = TYPES[extname(entry.name).toLowerCase()] ?? UNKNOWN;
        files.set(`${address}${entry.name}`, { path, type });
      }
    }
  };
  walk(folder, prefix);
  return files;
}

/** Finds a file by its address; undefined: there is none. */
export type FileAt = (address: string) => ServedFile | undefined;

/**
 * The files below several folders, by the prefix of their addresses. A folder is read when something
 * of it is first asked for: what a start does not show costs it nothing.
 */
export function filesAt(folders: Readonly<Record<string, string>>): FileAt {
  const lists = Object.entries(folders)
    .map(([prefix, folder]) => ({ prefix, folder, files: null as Map<string, ServedFile> | null }))
    // The longest first: '/' begins every address.
    .sort((a, b) => b.prefix.length - a.prefix.length);
  return (address) => {
    const list = lists.find(({ prefix }) => address.startsWith(prefix));
    if (list === undefined) return undefined;
    list.files ??= filesOf(list.folder, list.prefix);
    return list.files.get(address);
  };
}
