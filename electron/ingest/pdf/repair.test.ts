import { describe, expect, it } from 'vitest';
import { lexiconOf } from '../../core/canonical.ts';
import { repaired } from './repair.ts';

const mended = (text: string, elsewhere = ''): string =>
  repaired({ kind: 'paragraph', text }, lexiconOf([text, elsewhere])).text;

describe('words of a PDF', () => {
  it.each([
    ['all requir ements are met', 'the requirements', 'all requirements are met'],
    ['for h umankind', 'humankind', 'for humankind'],
    ['the universali ty of it', '', 'the universality of it'],
    ['the impa ct of it', '', 'the impact of it'],
    ['its seventy -fifth session', '', 'its seventy-fifth session'],
    ['post - conflict times', 'a post-conflict plan', 'post-conflict times'],
    ['une na\u00A8\u0131ve idée', '', 'une naïve idée'],
  ])('%j (elsewhere %j) is %j', (text, elsewhere, wanted) => {
    expect(mended(text, elsewhere)).toBe(wanted);
  });

  it.each([
    ['in form and in substance', 'inform inform in in form form'],
    ['the north quay - open to all - is lit', ''],
    ['il est venu de la ville', 'dela'],
    ['par. 12 et 13, pp. 4 à 6', ''],
    ['a man and a woman', 'amanda'],
    ['a simple pdf', ''],
  ])('%j stays (elsewhere %j)', (text, elsewhere) => {
    expect(mended(text, elsewhere)).toBe(text);
  });

  it('keep what the file had', () => {
    expect(repaired({ kind: 'paragraph', text: 'the impa ct' }, lexiconOf([]))).toMatchObject({
      raw: 'the impa ct',
      mended: 1,
    });
  });
});
