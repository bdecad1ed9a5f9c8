/** What a saved page keeps as text, and what it sets aside as the site around it. */
import { describe, expect, it } from 'vitest';
import { isParagraph } from '../../core/document.ts';
import { parseDocument } from '../index.ts';

const TEXT = [
  'The harbour office opened its register in spring, and since then every crossing is written down, with the month and the port, but without a name.',
  'In the second year the register held four thousand lines, which the clerks, who had never kept one before, read aloud on the quay each evening.',
  'Those who came from the upper river, where no office was ever built, asked for a copy, and were given one, on paper, with the seal of the port.',
  'Nothing in it is secret: whoever comes may read it, and whoever reads it may add a line, as long as another person has seen the crossing.',
];

async function read(body: string): Promise<{ text: string[]; aside: string[] }> {
  const page = `<!doctype html><html lang="en"><head><title>The register of the quays</title></head><body>${body}</body></html>`;
  const draft = await parseDocument(new TextEncoder().encode(page), { name: 'page.html' });
  const of = (kept: (kind: (typeof draft.blocks)[number]['kind']) => boolean): string[] =>
    draft.blocks.filter(({ kind }) => kept(kind)).map(({ text }) => text);
  return { text: of(isParagraph), aside: of((kind) => kind === 'furniture') };
}

const links = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `<li><a href="/${at}">Another story ${at}</a></li>`,
  ).join('');

describe('article of a saved page', () => {
  it('keeps the text, and sets menus, teasers and share bars aside', async () => {
    const { text, aside } = await read(`
      <div class="top"><ul>${links(9)}</ul></div>
      <div class="wrap"><div class="story-text">
        ${TEXT.map((line) => `<p>${line}</p>`).join('')}
        <div class="share-tools"><a href="#s">Send this to a friend</a></div>
      </div><div class="rail"><h3>Most read</h3><ul>${links(12)}</ul></div></div>
      <div id="footer"><p>All rights reserved by the port.</p></div>`);
    expect(text).toEqual(TEXT);
    expect(aside).toEqual(
      expect.arrayContaining([
        'Another story 3',
        'Send this to a friend',
        'All rights reserved by the port.',
      ]),
    );
  });

  it('takes paragraphs that are bare divisions and blank lines for paragraphs', async () => {
    const { text } = await read(
      `<nav><a href="/">Home</a></nav><div class="page"><div>${TEXT[0]}</div><div>${TEXT[1]}</div>${TEXT[2]}<br><br>${TEXT[3]}</div>`,
    );
    expect(text).toEqual(TEXT);
  });

  it('keeps a table of data and its list of sources', async () => {
    const rows = Array.from(
      { length: 6 },
      (_, at) => `<tr><td>Port ${at}</td><td>${at * 7}</td></tr>`,
    );
    const { text } = await read(
      `<nav><a href="/">Home</a></nav><div>${TEXT.map((line) => `<p>${line}</p>`).join('')}<table><tr><th>Port</th><th>Lines</th></tr>${rows.join('')}</table></div>`,
    );
    expect(text).toContain('Port 3 | 21');
  });

  it('reads a page that has no site around it whole', async () => {
    const { text } = await read(`<p>${TEXT[0]}</p><ul>${links(3)}</ul><p>End.</p>`);
    expect(text).toEqual([
      TEXT[0],
      'Another story 0',
      'Another story 1',
      'Another story 2',
      'End.',
    ]);
  });
});
