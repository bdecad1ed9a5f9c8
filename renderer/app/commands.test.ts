import { describe, expect, it } from 'vitest';
import { commandsFor } from './commands.ts';
import type { Command } from './commands.ts';
import { SHORTCUTS } from './shortcuts.ts';
import type { ShortcutId } from './shortcuts.ts';

function command(id: ShortcutId, name: string, otherName: string, possible = true): Command {
  const act = SHORTCUTS.find((one) => one.id === id);
  if (act === undefined) throw new Error(id);
  return { act, name, otherName, possible };
}

const COMMANDS = [
  command('search', 'Rechercher', 'Search'),
  command('tag', 'Étiqueter', 'Tag', false),
  command('themeDark', 'Apparence\u202f: sombre', 'Appearance: dark'),
  command('copyLink', 'Copier le lien', 'Copy the link'),
  command('openLibrary', 'Ouvrir une bibliothèque', 'Open a library'),
];
const idsFor = (typed: string, recent: readonly string[] = []): string[] =>
  commandsFor(COMMANDS, typed, recent).map(({ act }) => act.id);

describe('the palette', () => {
  it('lists what can be done first, and all of it while nothing is typed', () => {
    expect(idsFor('')).toEqual(['search', 'themeDark', 'copyLink', 'openLibrary', 'tag']);
  });

  it('puts what was chosen lately before the rest', () => {
    expect(idsFor('', ['openLibrary', 'copyLink']).slice(0, 3)).toEqual([
      'openLibrary',
      'copyLink',
      'search',
    ]);
  });

  it('finds words begun, in any order, without their accents', () => {
    expect(idsFor('etiq')).toEqual(['tag']);
    expect(idsFor('biblioth ouv')).toEqual(['openLibrary']);
    expect(idsFor('apparence sombre')).toEqual(['themeDark']);
    expect(idsFor('apparence : sombre')).toEqual(['themeDark']);
  });

  it('finds an act by its name in the other language', () => {
    expect(idsFor('dark')).toEqual(['themeDark']);
  });

  it('finds nothing where nothing is meant', () => {
    expect(idsFor('zzz')).toEqual([]);
  });
});
