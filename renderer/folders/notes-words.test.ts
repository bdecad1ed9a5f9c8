import { beforeAll, describe, expect, it } from 'vitest';
import i18next from 'i18next';
import { startLanguages } from '../i18n/index.ts';
import { notesWords } from './notes-words.ts';

beforeAll(() => startLanguages('fr'));

describe('what became of notes', () => {
  it('is told in one line, what did not happen left out', async () => {
    await i18next.changeLanguage('fr');
    expect(notesWords([{ kept: 12, moved: 1, orphaned: 1 }])).toBe(
      '12 notes reprises, 1 déplacée, 1 à replacer',
    );
    expect(notesWords([{ kept: 0, moved: 2, orphaned: 1 }])).toBe(
      '2 notes déplacées, 1 à replacer',
    );
    expect(notesWords([{ kept: 1, moved: 0, orphaned: 0 }])).toBe('1 note reprise');
    expect(notesWords([{ kept: 0, moved: 0, orphaned: 0 }])).toBe('aucune note à reprendre');
  });

  it('is added up over several versions', async () => {
    await i18next.changeLanguage('en');
    const reports = [
      { kept: 2, moved: 0, orphaned: 1 },
      { kept: 1, moved: 0, orphaned: 2 },
    ];
    expect(notesWords(reports)).toBe('3 notes carried over, 3 to place again');
  });
});
