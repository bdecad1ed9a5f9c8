import { expect, it } from 'vitest';
import { FaultError, toFault } from './fault.ts';

it('tells a full disk from what nobody foresaw', () => {
  const thrown = (code: string): Error => Object.assign(new Error('no room'), { code });
  expect(
    ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'SQLITE_IOERR'].map((code) => toFault(thrown(code)).code),
  ).toEqual(['disk-full', 'disk-full', 'disk-full', 'internal']);
  expect(toFault(new FaultError('no-text', 'pdf'))).toEqual({ code: 'no-text', detail: 'pdf' });
  expect(toFault('a word')).toEqual({ code: 'internal', detail: 'a word' });
});
