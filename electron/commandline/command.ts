/**
 * What a command of the command line is: its words, its options, and what it is given to work
 * with. Knows the exit codes and nothing of any one command.
 */
import type { Archive } from '../archive/index.ts';
import type { ArchiveEvent } from '../contract/wire.ts';
import type { Output } from './output.ts';

export const EXIT = {
  done: 0,
  /** The command ran; some of what was asked for failed, or problems were found. */
  someFailed: 1,
  wrongUsage: 2,
  libraryUnusable: 3,
} as const;

/** An error the person at the keyboard can mend; one line, says what to do. */
export class CommandError extends Error {
  readonly exitCode: number;
  constructor(exitCode: number, sentence: string) {
    super(sentence);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/** Wrong words on the command line. */
export function wrongUsage(sentence: string): CommandError {
  return new CommandError(EXIT.wrongUsage, sentence);
}

export interface OpenOptions {
  /** Make the library when the folder holds none. */
  readonly create: boolean;
  /** Parsers at the same time. */
  readonly jobs?: number;
  /** Absolute path of a folder with language data for recognition besides the product's own. */
  readonly ocrData?: string | null;
  readonly onEvent?: (event: ArchiveEvent) => void;
}

/** The signals by which a person or a system asks a command to stop. */
export type StopSignal = 'SIGINT' | 'SIGTERM';

/** What the entry offers: everything that belongs to the process and not to a command. */
export interface Host {
  /** The folder the person stands in: relative paths start there. */
  readonly standingIn: string;
  /** Opens the library's archive. Rejects with a FaultError. */
  readonly open: (dir: string, options: OpenOptions) => Promise<Archive>;
  /** Sets a closed library back to a backup. @throws FaultError */
  readonly restore: (dir: string, name: string) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Calls back when asked to stop; the returned function ends that. */
  readonly onStop: (act: (signal: StopSignal) => void) => () => void;
}

/** One option of a command, as its help shows it. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** Name of the value in the help ('N', 'FILE'); absent for switches. */
  readonly value?: string;
  readonly says: string;
}

/** What was typed, read and checked as far as any command's words can be. */
export interface Given {
  readonly positionals: readonly string[];
  /** The value of an option, or undefined when it was not given. */
  readonly text: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
  /** Absolute path of the library's folder. */
  readonly library: string;
}

export interface Command {
  readonly name: string;
  /** Arguments after the command's name, as the help shows them; '' for none. */
  readonly takes: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** More lines for the command's own help. */
  readonly about: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** How many arguments it wants: at least, at most. */
  readonly count: readonly [number, number];
  /** Does it; returns the exit code. */
  readonly run: (given: Given, host: Host, output: Output) => Promise<number>;
}

/** A whole number among the options, or the fallback when it was not given. */
export function wholeNumber(
  given: Given,
  option: string,
  least: number,
  most: number,
  fallback: number,
): number {
  const text = given.text(option);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw wrongUsage(`--${option} wants a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}
