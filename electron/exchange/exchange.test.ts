/** The formats in which notes leave: what each makes of hostile words, and W3C there and back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANNOTATION_KINDS, HIGHLIGHT_COLOURS } from '../core/annotation.ts';
import { readW3c, writeNotes } from './index.ts';
import type { Outgoing, OutgoingNote, OutgoingTag } from './index.ts';

const id = (last: number) => `01890000-0000-7000-8000-${String(last).padStart(12, '0')}`;

const document = {
  id: id(1),
  hash: 'ab'.repeat(32),
  title: 'Déclaration ; « de progrès »',
  symbol: 'A/RES/76/266',
  date: '2022-06-07',
  language: 'fr',
  body: 'AG',
};

const tag: OutgoingTag = {
  ...{ id: id(2), parentId: null, name: 'Obj. 17', nameFr: 'Obj. 17', nameEn: 'Obj. 17 (en)' },
  ...{
    colour: 'blue',
    description: 'définition',
    ...{
      include: 'écoles',
      exclude: 'crèches',
      example: 'un préau',
      rule: 'école*',
      memo: 'à revoir',
    },
    archived: true,
    scheme: 'gcm',
    code: 'objective-17',
    position: 3,
  },
};
const below: OutgoingTag = {
  ...tag,
  id: id(3),
  parentId: id(2),
  name: 'Écoles',
  nameFr: '',
  nameEn: '',
};

function note(
  given: Partial<OutgoingNote> = {},
  exact = 'éliminer les discriminations',
): OutgoingNote {
  const paragraph = `Nous voulons 🌍 ${exact} partout.`;
  const start = paragraph.indexOf(exact);
  return {
    id: id(10),
    kind: 'note',
    colour: 'green',
    body: 'à *vérifier*',
    private: false,
    author: { id: id(4), name: 'Awa Diop' },
    fileAuthor: 'Lina',
    ...{ language: null, status: null, due: null, found: null },
    created: 1_700_000_000_000,
    modified: 1_700_000_123_456,
    tags: [id(3)],
    document,
    quotes: [
      {
        selector: {
          ...{ paragraphId: 'abcdefghijklmnop', part: 'annex', number: '54', exact },
          ...{ prefix: 'Nous voulons ', suffix: ' partout', start, end: start + exact.length },
          ...{ ordinal: 61, blocks: 90 },
        },
        ...{ paragraph, section: ['Recommandations'], page: 9 },
      },
    ],
    reference: 'A/RES/76/266, annexe, par. 54',
    ...given,
  };
}

function outgoing(notes: readonly OutgoingNote[], given: Partial<Outgoing> = {}): Outgoing {
  const tags = new Map([tag, below].map((one) => [one.id, one]));
  return {
    language: 'fr',
    notes,
    wholes: [],
    tags,
    colours: new Map(),
    withheld: 0,
    at: 1_700_000_200_000,
    ...given,
  };
}

describe('CSV', () => {
  it('opens right in a French Excel: mark, semicolons, CRLF, every cell quoted', () => {
    const csv = writeNotes('csv', outgoing([note({ body: 'dit "oui" ;\nbien' })]));
    expect(csv.startsWith('\uFEFF"Document";"Cote";')).toBe(true);
    const [head = '', row = ''] = csv.slice(1).split('\r\n');
    expect(row.match(/"(?:[^"]|"")*"/gu)).toHaveLength(head.split(';').length);
    expect(row).toContain('"dit ""oui"" ;\nbien"');
    expect(row).toContain('"Déclaration ; « de progrès »"');
    expect(row).toContain('"A/RES/76/266, annexe, par. 54"');
    expect(row).toContain('"Obj. 17 › Écoles"');
    expect(csv.replaceAll('\r\n', '').includes('\r')).toBe(false);
  });

  it('holds no cell that a spreadsheet would calculate', () => {
    const evil = ['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', ' =cmd|x', '\r=1', '＝1', '\u00a0=1'];
    for (const words of evil) {
      const csv = writeNotes('csv', outgoing([note({ body: words })]));
      const cells =
        csv
          .slice(1)
          .split('\r\n')[1]
          ?.match(/"(?:[^"]|"")*"/gu) ?? [];
      expect([words, cells.filter((cell) => /^"\s*[=+\-@＝＋－＠]/u.test(cell))]).toEqual([
        words,
        [],
      ]);
      expect(cells).toContain(`"'${words}"`);
    }
  });
});

describe('HTML and Markdown', () => {
  const hostile = '<script>alert(1)</script> <img src=x onerror=y> [clic](http://x.example) # *';

  it('show the words of documents and notes as words', () => {
    const html = writeNotes('html', outgoing([note({ body: hostile }, hostile)]));
    expect(html).not.toMatch(/<script|<img|<a /u);
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain("default-src 'none'");
    const md = writeNotes('md', outgoing([note({}, hostile)]));
    expect(md).toContain('\\<script\\>');
    expect(md).toContain('\\[clic\\](http://x.example)');
    expect(md).toContain('### A/RES/76/266, annexe, par. 54');
  });

  it('tell what stayed behind', () => {
    const one = outgoing([note()], { withheld: 3 });
    const line = '1 note\u202f; 3 privées laissées dans la bibliothèque';
    expect(writeNotes('md', one)).toContain(line);
    expect(writeNotes('html', one)).toContain(line);
    const english = writeNotes('md', { ...one, language: 'en' });
    expect(english).toContain('1 note; 3 private ones left in the library');
    expect(english).toContain('Obj. 17 (en) › Écoles');
  });
});

describe('W3C Web Annotations', () => {
  it('come back as they left', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const notes = fc.record({
      kind: fc.constantFrom(...ANNOTATION_KINDS),
      colour: fc.constantFrom(null, ...HIGHLIGHT_COLOURS),
      body: fc.string({ unit: 'grapheme' }),
      private: fc.boolean(),
      created: fc.integer({ min: 0, max: 4_000_000_000_000 }),
      modified: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    });
    fc.assert(
      fc.property(notes, words, (given, exact) => {
        const sent = note(given, exact);
        const back = readW3c(writeNotes('w3c', outgoing([sent])));
        const [came] = back?.notes ?? [];
        expect(came).toMatchObject({
          ...given,
          id: sent.id,
          author: sent.author,
          fileAuthor: 'Lina',
        });
        expect(came?.targets[0]).toMatchObject({
          complete: true,
          selector: sent.quotes[0]?.selector,
          source: { hash: document.hash, symbol: document.symbol, language: 'fr' },
        });
        expect(came?.tags).toEqual([{ id: id(3), path: ['Obj. 17', 'Écoles'] }]);
        expect(back?.tags).toEqual([tag, below]);
      }),
      { numRuns: 200 },
    );
  });

  it('give positions in code points beside the quotation', () => {
    const { first } = JSON.parse(writeNotes('w3c', outgoing([note()]))) as {
      first: { items: { target: { selector: Record<string, unknown>[] }[] }[] };
    };
    const [quote, own] = first.items[0]?.target[0]?.selector ?? [];
    expect(quote).toMatchObject({
      type: 'TextQuoteSelector',
      exact: 'éliminer les discriminations',
    });
    // The globe before the words is one code point and two UTF-16 units.
    expect(own).toMatchObject({
      'gmg:start': 16,
      'gmg:number': '54',
      refinedBy: { type: 'TextPositionSelector', start: 15, end: 43 },
    });
  });

  it('are read from other tools, and what is none is counted', () => {
    const foreign = {
      id: 'https://tool.example/a/1',
      type: 'Annotation',
      body: { type: 'TextualBody', value: 'Une remarque' },
      target: {
        source: 'https://site.example/texte',
        selector: [
          { type: 'TextPositionSelector', start: 3, end: 9 },
          { type: 'TextQuoteSelector', exact: 'mots' },
        ],
      },
    };
    for (const file of [foreign, [foreign], { items: [foreign] }, { '@graph': [foreign] }]) {
      const read = readW3c(JSON.stringify(file));
      expect(read?.notes[0]).toMatchObject({ id: null, kind: 'note', body: 'Une remarque' });
    }
    const mixed = [
      foreign,
      { id: 'x' },
      7,
      { ...foreign, target: { source: 'u', selector: { type: 'SvgSelector' } } },
    ];
    expect(readW3c(JSON.stringify(mixed))).toMatchObject({ unreadable: 3 });
    expect(readW3c(`${JSON.stringify(foreign)}\n${JSON.stringify(foreign)}`)?.notes).toHaveLength(
      2,
    );
    for (const none of ['', 'pas du JSON', '{"a":1}', '3', 'null'])
      expect(readW3c(none)).toBeNull();
  });
});
