/**
 * The single keys as the reader has set them: each may be another one or none, and all can be switched
 * off, for screen readers take letters. It knows which keys clash. Pure but for the choice it holds.
 */

export interface KeyChoices {
  /** By the act's id: another single key, or '' for none; absent: as shipped. */
  readonly keys: Readonly<Record<string, string>>;
  /** False: no single key does anything. */
  readonly letters: boolean;
}

let choices: KeyChoices = { keys: {}, letters: true };

/** Takes the reader's choice: it holds from the next key on. */
export function chooseKeys({ keys, letters }: KeyChoices): void {
  choices = { keys, letters };
}

/** True for a key that writes a letter, digit or sign, pressed alone. */
export function isSingle(key: string): boolean {
  return [...key].length === 1;
}

/** The keys of an act, given as shipped, under the reader's choice. */
export function allowedKeys(
  id: string,
  shipped: readonly string[],
  { keys, letters }: KeyChoices = choices,
): readonly string[] {
  const chosen = keys[id];
  if (letters && chosen === undefined) return shipped;
  const others = shipped.filter((key) => !isSingle(key));
  if (!letters || chosen === '' || !shipped.some(isSingle)) return others;
  return chosen === undefined ? shipped : [chosen, ...others];
}

interface Keyed {
  readonly id: string;
  readonly area: string;
  readonly keys: readonly string[];
}

/** Areas that listen at the same time. */
const TOGETHER: readonly (readonly string[])[] = [['reader', 'original']];

function meets(a: string, b: string): boolean {
  return a === b || TOGETHER.some((areas) => areas.includes(a) && areas.includes(b));
}

/** The other act that a key would also mean beside this one, or null. */
export function clashOf<K extends Keyed>(
  act: Keyed,
  key: string,
  acts: readonly K[],
  now: KeyChoices = choices,
): K | null {
  return (
    acts.find(
      (other) =>
        other.id !== act.id &&
        meets(other.area, act.area) &&
        allowedKeys(other.id, other.keys, { ...now, letters: true }).includes(key),
    ) ?? null
  );
}

/** The choice with one key changed; what is as shipped is not kept. */
export function withKey(
  keys: KeyChoices['keys'],
  { id, keys: shipped }: Keyed,
  key: string,
): Readonly<Record<string, string>> {
  const { [id]: _before, ...rest } = keys;
  return shipped.find(isSingle) === key ? rest : { ...rest, [id]: key };
}
