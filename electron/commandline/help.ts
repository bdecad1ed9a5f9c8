/** The help texts, made from what the commands say of themselves. */
import type { Command, OptionSpec } from './command.ts';

const PROGRAM = 'npm run --silent cli --';

type Options = Readonly<Record<string, OptionSpec>>;

export function generalHelp(commands: readonly Command[], everywhere: Options): string {
  const rows = commands.map(({ name, takes, summary }) => [`${name} ${takes}`.trim(), summary]);
  return [
    'GMG Archive on the command line.',
    '',
    `Usage: ${PROGRAM} COMMAND --library DIR`,
    '',
    'Commands:',
    ...columns(rows),
    '',
    'Options of every command:',
    ...columns(optionRows(everywhere)),
    '',
    'Ends with 0 when done, 1 when some of it failed, 2 for wrong words, 3 when the library cannot',
    'be used. "COMMAND --help" tells more.',
    '',
  ].join('\n');
}

export function commandHelp({ name, takes, summary, about }: Command, options: Options): string {
  return [
    `${name}: ${summary}.`,
    '',
    `Usage: ${PROGRAM} ${`${name} ${takes}`.trim()} --library DIR`,
    '',
    about,
    '',
    'Options:',
    ...columns(optionRows(options)),
    '',
  ].join('\n');
}

function optionRows(options: Options): string[][] {
  return Object.entries(options).map(([name, { value, says }]) => [
    `--${name}${value === undefined ? '' : ` ${value}`}`,
    says,
  ]);
}

function columns(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([first = '']) => first.length));
  return rows.map(([first = '', second = '']) => `  ${first.padEnd(width)}  ${second}`);
}
