/**
 * Entry of the command line: the same archive without a window. Connects the commands to this
 * process: its words, streams and signals, and parsers that are children of this Node.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { openArchive } from './archive/index.ts';
import { nodeHost } from './archive/parsers/nodeHost.ts';
import { runCommandLine } from './commandline/index.ts';
import type { StopSignal } from './commandline/index.ts';
import { restoreBackup } from './library/index.ts';

const here = import.meta.dirname;
/** The product's folder: above `electron`, built or not. */
const root = basename(dirname(here)) === 'out' ? dirname(dirname(here)) : dirname(here);
const recognition = join(root, 'out', 'ocr');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};
const nativeBinding = process.env['GMG_SQLITE_BINDING'];
const binding = nativeBinding === undefined ? {} : { nativeBinding };
const signals: readonly StopSignal[] = ['SIGINT', 'SIGTERM'];

// Whoever reads our output may stop early ("| head"): that is no error of ours.
process.stdout.on('error', () => process.exit(0));

process.exitCode = await runCommandLine(process.argv.slice(2), {
  standingIn: process.env['INIT_CWD'] ?? process.cwd(),
  open: async (dir, { create, jobs = 1, ocrData = null, onEvent }) => {
    const parsers = nodeHost({
      entry: join(here, `parser.node${extname(import.meta.filename)}`),
      readable: [root],
      parsers: jobs,
    });
    const archive = await openArchive({
      dir,
      create,
      resources: join(root, 'resources'),
      parsers,
      ocr: { worker: join(recognition, 'worker.cjs'), languages: recognition, added: ocrData },
      appVersion: version,
      ...(onEvent === undefined ? {} : { onEvent }),
      ...binding,
    });
    return {
      ...archive,
      close: async () => {
        await archive.close();
        await parsers.close();
      },
    };
  },
  restore: (dir, name) => restoreBackup(dir, name, binding),
  out: (text) => void process.stdout.write(text),
  err: (line) => void process.stderr.write(`${line}\n`),
  onStop: (act) => {
    const acts = signals.map((signal) => [signal, (): void => act(signal)] as const);
    for (const [signal, listener] of acts) process.on(signal, listener);
    return () => {
      for (const [signal, listener] of acts) process.off(signal, listener);
    };
  },
});
