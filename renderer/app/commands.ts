/**
 * Which acts the palette lists for the words typed, in which order: what can be done first, then what was
 * chosen lately, then the order of the table. Pure.
 */
import type { Shortcut } from './shortcuts.ts';

export interface Command {
  readonly act: Shortcut;
  /** In the interface's language. */
  readonly name: string;
  /** In the other language: found by its words too. */
  readonly otherName: string;
  readonly possible: boolean;
}

/** What stands between the words of a name, as typed too. */
const BETWEEN = /[\s:-]+/u;

/** Letters alone: no case, no accents, one kind of apostrophe. */
export function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’']/gu, ' ').toLowerCase();
}

/** True when every word typed begins a word of the name, or stands within it from three letters on. */
function matches(name: string, typed: readonly string[]): boolean {
  const words = folded(name).split(BETWEEN);
  return typed.every((part) =>
    words.some((word) => word.startsWith(part) || (part.length > 2 && word.includes(part))),
  );
}

/** @param recent ids of acts, newest first. */
export function commandsFor(
  commands: readonly Command[],
  typed: string,
  recent: readonly string[],
): Command[] {
  const words = folded(typed).split(BETWEEN).filter(Boolean);
  const age = ({ act }: Command): number => {
    const at = recent.indexOf(act.id);
    return at < 0 ? recent.length : at;
  };
  const inOther = (command: Command): boolean => !matches(command.name, words);
  return commands
    .filter(({ name, otherName }) => matches(name, words) || matches(otherName, words))
    .sort(
      (a, b) =>
        Number(b.possible) - Number(a.possible) ||
        Number(inOther(a)) - Number(inOther(b)) ||
        age(a) - age(b),
    );
}
