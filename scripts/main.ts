// The commands a person types after `npm run`: which set-up each needs, and where it goes from there.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildChanged, commandLineParts } from './build.ts';
import { out, stop } from './places.ts';

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  start: async (args) => (await import('./start.ts')).start(args),
  dev: async (args) => (await import('./dev.ts')).dev(args),
  cli: commandLine,
  check: async () => (await import('./check.ts')).check(),
  bench: async (args) => (await import('./bench.ts')).bench(args),
  package: async () => (await import('./package.ts')).packageAndProve(),
  build: async () => ((await buildChanged()) ? 0 : 1),
  test: async () => (await import('./test.ts')).test(),
};

/** Runs the built command line in this very process, under the project's own Node. */
async function commandLine(args: readonly string[]): Promise<number> {
  if (!(await buildChanged(commandLineParts))) return 1;
  const program = join(out, 'electron', 'cli.js');
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
  return Number(process.exitCode ?? 0);
}

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  stop(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.`);
}
const code = await command(args);
if (code !== 0) process.exitCode = code;
