/**
 * The command line from words to exit code: finds the command, reads its options, prints help,
 * and turns whatever goes wrong into one line on standard error.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toFault } from '../core/fault.ts';
import { annotateCommand } from './annotate.ts';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import { CommandError, EXIT, wrongUsage } from './command.ts';
import type { Command, Given, Host, OptionSpec } from './command.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { commandHelp, generalHelp } from './help.ts';
import { importCommand } from './import.ts';
import { listCommand } from './list.ts';
import { output } from './output.ts';
import { restoreCommand } from './restore.ts';
import { searchCommand } from './search.ts';
import { isOfTheLibrary, sentenceFor } from './sentences.ts';
import { showCommand } from './show.ts';

export type { Host, StopSignal } from './command.ts';

const COMMANDS: readonly Command[] = [
  importCommand,
  listCommand,
  showCommand,
  searchCommand,
  annotateCommand,
  exportCommand,
  checkCommand,
  backupCommand,
  restoreCommand,
  eraseCommand,
];

type Options = Readonly<Record<string, OptionSpec>>;

/** Options every command takes. */
const EVERYWHERE: Options = {
  library: { type: 'string', value: 'DIR', says: "the library's folder; always needed" },
  json: { type: 'boolean', says: 'one JSON object a line, for programs' },
  help: { type: 'boolean', says: 'this help' },
};

/** Does what the words say; resolves to the exit code and never rejects. */
export async function runCommandLine(words: readonly string[], host: Host): Promise<number> {
  try {
    return await dispatch(words, host);
  } catch (error) {
    if (error instanceof CommandError) {
      host.err(error.message);
      return error.exitCode;
    }
    const fault = toFault(error);
    host.err(`${capital(sentenceFor(fault))}.`);
    return isOfTheLibrary(fault) ? EXIT.libraryUnusable : EXIT.someFailed;
  }
}

async function dispatch(words: readonly string[], host: Host): Promise<number> {
  const at = placeOfCommand(words);
  const name = at === null ? undefined : words[at];
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) return withoutCommand(words, name, host);
  const options = { ...command.options, ...EVERYWHERE };
  const { values, positionals } = read(words.toSpliced(at ?? 0, 1), command, options);
  if (values['help'] === true) {
    host.out(commandHelp(command, options));
    return EXIT.done;
  }
  const [least, most] = command.count;
  if (positionals.length < least || positionals.length > most) {
    const wanted = command.takes === '' ? 'no arguments' : command.takes;
    throw wrongUsage(`"${command.name}" takes ${wanted}; see "${command.name} --help".`);
  }
  const library = values['library'];
  if (typeof library !== 'string' || library === '') {
    throw wrongUsage("Say which library with --library DIR, the library's folder.");
  }
  const given: Given = {
    positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (option) => values[option] === true,
    library: resolve(host.standingIn, library),
  };
  return command.run(given, host, output(values['json'] === true, host.out));
}

/** Where the command's name stands: the first word that is neither an option nor an option's value. */
function placeOfCommand(words: readonly string[]): number | null {
  const known = Object.assign({}, EVERYWHERE, ...COMMANDS.map(({ options }) => options)) as Options;
  const { tokens } = parseArgs({
    args: [...words],
    options: configOf(known),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  return tokens.find(({ kind }) => kind === 'positional')?.index ?? null;
}

/** No command: help when asked for, else the sentence that helps most. */
function withoutCommand(words: readonly string[], name: string | undefined, host: Host): number {
  const names = COMMANDS.map((one) => one.name).join(', ');
  const wanted = COMMANDS.find((one) => name === 'help' && words.includes(one.name));
  if (wanted !== undefined) {
    host.out(commandHelp(wanted, { ...wanted.options, ...EVERYWHERE }));
  } else if (name === 'help' || words.includes('--help') || words.includes('-h')) {
    host.out(generalHelp(COMMANDS, EVERYWHERE));
  } else if (name === undefined) {
    throw wrongUsage(`Say what to do: ${names}; see --help.`);
  } else {
    throw wrongUsage(`There is no command "${name}"; there are ${names}; see --help.`);
  }
  return EXIT.done;
}

function read(words: readonly string[], command: Command, options: Options) {
  try {
    return parseArgs({
      args: [...words],
      options: configOf(options),
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/[.\n]/)[0] ?? '') : '';
    throw wrongUsage(`${reason}; see "${command.name} --help".`);
  }
}

function configOf(options: Options) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type }]) => [
      name,
      name === 'help' ? { type, short: 'h' } : { type },
    ]),
  );
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
