import { describe, expect, it } from 'vitest';
import { missingNumbers } from './gaps.ts';

const of = (...numbers: (string | null)[]) =>
  numbers.map((number) => ({ number, part: 'body' as string }));

describe('missing numbers', () => {
  it.each([
    [of('1', '2', '3'), []],
    [of('1', null, '4', '6'), ['2', '3', '5']],
    [of('12', '12 bis', '13', '13 (a)', '15'), ['14']],
    [of(null), []],
    [of('7', '3', '4'), []],
    [[...of('1', '2'), { number: '1', part: 'annex' }, { number: '3', part: 'annex' }], ['2']],
  ])('of %j are %j', (blocks, missing) => {
    expect(missingNumbers(blocks)).toEqual(missing);
  });
});
