import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, foldedText, joinLines, lexiconOf } from './canonical.ts';

describe('canonical text', () => {
  it.each([
    ['two  spaces\u00A0and\u202Fmore\n lines ', 'two spaces and more lines'],
    ['l\u2019o\uFB03ce \uFB01nal', 'l’office final'],
    ['e\u0301te\u0301', 'été'],
    ['mi\u00ADgra\u200Btion', 'migration'],
    ['inter\u2011agences', 'inter-agences'],
    ['\uFEBB\uFEE4\uFEAA', 'صمد'],
    ['\u202Bنص\u202C', 'نص'],
    ['bell\u0007 and half \uD83D', 'bell and half'],
  ])('makes %j into %j', (given, wanted) => {
    expect(canonicalText(given)).toBe(wanted);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const once = canonicalText(text);
        expect(canonicalText(once)).toBe(once);
      }),
    );
  });

  it('folds case, accents and punctuation for comparing', () => {
    expect(foldedText('Élément : « Réseau »')).toBe('element reseau');
  });
});

describe('lines joined', () => {
  const joined = (lines: string[], elsewhere = ''): string =>
    joinLines(lines, lexiconOf([...lines, elsewhere])).text;

  it.each([
    [['les migra-', 'tions mondiales'], '', 'les migrations mondiales'],
    [['un groupe inter-', 'agences'], 'le groupe inter-agences', 'un groupe inter-agences'],
    [['un groupe inter-', 'agences'], 'le groupe interagences', 'un groupe interagences'],
    [['Addis-', 'Abeba'], '', 'Addis-Abeba'],
    [['est-', 'il vrai'], '', 'est-il vrai'],
    [['A/RES/', '73/6'], '', 'A/RES/73/6'],
    [['2015-', '2030'], '', '2015-2030'],
    [['un mot', '', ' et un autre '], '', 'un mot et un autre'],
  ])('joins %j (elsewhere %j) to %j', (lines, elsewhere, wanted) => {
    expect(joined(lines, elsewhere)).toBe(wanted);
  });

  it('counts the words it mended', () => {
    expect(joinLines(['migra-', 'tion et déve-', 'loppement'], lexiconOf([])).mended).toBe(2);
  });
});
