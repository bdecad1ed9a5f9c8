import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits.ts';
import { readMessage, textOf } from './mime.ts';

const message = (...lines: string[]) =>
  readMessage(strToU8(lines.join('\r\n'), true), DEFAULT_LIMITS);

describe('headers', () => {
  it.each([
    ['=?utf-8?B?w4l0w6k=?=', 'Été'],
    ['=?iso-8859-1?Q?Caf=E9_du_port?=', 'Café du port'],
    ['=?utf-8?Q?Les_?= =?utf-8?Q?quais?=', 'Les quais'],
    ['Re: =?utf-8?q?=C3=A9t=C3=A9?= 2014', 'Re: été 2014'],
    ['\u00c3\u00a9t\u00c3\u00a9', 'été'],
    ['=?nowhere?Q?abc?=', 'abc'],
    ['plain =?but broken', 'plain =?but broken'],
  ])('%s', (raw, wanted) => {
    expect(message(`Subject: ${raw}`, '', 'x').headers.get('subject')).toBe(wanted);
  });

  it('are joined where they are folded, and end at the first blank line', () => {
    const { headers } = message('Subject: one', '\ttwo', 'To: a', '', 'Cc: b');
    expect([headers.get('subject'), headers.get('to'), headers.get('cc')]).toEqual([
      'one two',
      'a',
      undefined,
    ]);
  });
});

describe('names of attachments', () => {
  it.each([
    ['filename="a b.pdf"', 'a b.pdf'],
    ["filename*=utf-8''%C3%A9t%C3%A9.pdf", 'été.pdf'],
    ["filename*0*=utf-8''%C3%A9t; filename*1*=%C3%A9.pdf", 'été.pdf'],
    ['filename*0="long "; filename*1="name.pdf"', 'long name.pdf'],
    ['filename="=?utf-8?B?w6l0w6kucGRm?="', 'été.pdf'],
  ])('%s', (parameter, wanted) => {
    const part = message(`Content-Disposition: attachment; ${parameter}`, '', 'x');
    expect([part.attached, part.name]).toEqual([true, wanted]);
  });
});

describe('bodies', () => {
  it.each([
    ['quoted-printable', 'utf-8', ['d=C3=A8s le =', 'matin=20', 'fin'], 'dès le matin \r\nfin'],
    ['base64', 'utf-8', ['w6l0', 'w6k='], 'été'],
    ['8bit', 'iso-8859-1', ['\u00e9t\u00e9'], 'été'],
    ['7bit', 'us-ascii', ['words'], 'words'],
  ])('%s in %s', (encoding, charset, lines, wanted) => {
    const part = message(
      `Content-Type: text/plain; charset=${charset}`,
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      ...lines,
    );
    expect(textOf(part)).toBe(wanted);
  });

  it('keep the last part of a message cut short', () => {
    const { parts } = message(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      'preamble',
      '--b',
      '',
      'one',
      '--b',
      '',
      'two',
    );
    expect(parts.map(textOf)).toEqual(['one', 'two']);
  });
});
