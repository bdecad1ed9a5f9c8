import { describe, expect, it } from 'vitest';
import { parseDocument } from './index.ts';
import { liftMarks, markIn, offsetBefore, solid } from './marks.ts';
import { linkedNotes } from './notes.ts';
import type { Piece, PieceCall } from './piece.ts';
import { typedMarks } from './typed.ts';

async function pageOf(body: string): Promise<string[]> {
  const html = `<!doctype html><html><body><main>${body}</main></body></html>`;
  const draft = await parseDocument(new TextEncoder().encode(html), { name: 'a.html' });
  return draft.blocks.flatMap(({ text, calls = [] }) =>
    calls.map(
      ({ at, mark, note }) =>
        `${text.slice(0, at)}|${text.slice(at)} → ${mark} ${draft.blocks[note]?.text ?? ''}`,
    ),
  );
}

function linksOf(pieces: readonly Piece[]): (readonly number[])[] {
  const blocks = pieces.map((piece) => ({ piece, kind: piece.kind, text: piece.text }));
  return linkedNotes(blocks).map((calls) => calls.map(({ note }) => note));
}

describe('marks of footnotes', () => {
  it('keep their place however spaces and hyphens change', () => {
    const piece = liftMarks({ kind: 'paragraph', text: `Long-  term${markIn('1', 'k')} aims.` });
    expect(piece).toMatchObject({ text: 'Long-  term aims.', calls: [{ mark: '1', key: 'k' }] });
    const rest = piece.calls?.[0]?.rest ?? 0;
    expect(offsetBefore('Longterm aims.', rest)).toBe('Longterm'.length);
    expect(offsetBefore('Long-term aims.', rest)).toBe('Long-term'.length);
    expect(solid('aﬃx é')).toBe(solid('affix e\u0301'));
  });

  it('find the note of their own page where numbering begins anew on each', () => {
    const call = (page: number): PieceCall[] => [{ mark: '1', rest: 0, page }];
    const pieces: Piece[] = [
      { kind: 'paragraph', text: 'Un.', page: 1, calls: call(1) },
      { kind: 'footnote', text: 'Note un.', marker: '1', page: 1 },
      // Begins on one page, and its mark stands on the next.
      { kind: 'paragraph', text: 'Deux.', page: 1, calls: call(2) },
      { kind: 'footnote', text: 'Note deux.', marker: '1', page: 2 },
    ];
    expect(linksOf(pieces)).toEqual([[1], [], [3], []]);
  });

  it('find the notes behind each part where numbering begins anew', () => {
    const pieces: Piece[] = [
      { kind: 'paragraph', text: 'Un.', calls: [{ mark: '1', rest: 0 }] },
      { kind: 'footnote', text: 'Note un.', marker: '[1]' },
      { kind: 'paragraph', text: 'Deux.', calls: [{ mark: '1', rest: 0 }] },
      { kind: 'footnote', text: 'Note deux.', marker: '1.' },
    ];
    expect(linksOf(pieces)).toEqual([[1], [], [3], []]);
  });

  it('take no power for a call of the works listed at the end', () => {
    const works = ['1', '2', '3', '4'].map((marker): Piece => ({
      kind: 'footnote',
      text: 'Un ouvrage.',
      marker,
      page: 9,
    }));
    const power: Piece = { kind: 'paragraph', text: 'Aire en x.', page: 1 };
    const pieces = [{ ...power, calls: [{ mark: '2', rest: 1, page: 1 }] }, ...works];
    expect(linksOf(pieces)[0]).toEqual([]);
  });

  it('are lifted out of the text where they are letters of it and a note has them', () => {
    const note: Piece = { kind: 'footnote', text: 'Voir le rapport.', marker: '12' };
    const [one, other] = typedMarks([
      { kind: 'paragraph', text: 'Les registres¹² sont ouverts.' },
      { kind: 'paragraph', text: 'Une surface de 5 m².' },
      note,
    ]);
    expect(one).toMatchObject({
      text: 'Les registres sont ouverts.',
      raw: 'Les registres¹² sont ouverts.',
      calls: [{ mark: '12' }],
    });
    expect(other?.text).toBe('Une surface de 5 m².');
    const [bracketed] = typedMarks([{ kind: 'paragraph', text: 'Fin [12].' }, note]);
    expect(bracketed).toMatchObject({ text: 'Fin.', calls: [{ mark: '12', rest: 1 }] });
  });
});

describe('footnotes of pages', () => {
  it('are found as word processors write them', async () => {
    const found = await pageOf(`<p>Le registre<a href="#_ftn1" name="_ftnref1"><span
      class=MsoFootnoteReference>[1]</span></a> est ouvert à tous les habitants du port.</p>
      <div><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Fondé en
      1921.</p></div></div>`);
    expect(found).toEqual([
      'Le registre| est ouvert à tous les habitants du port. → 1 Fondé en 1921.',
    ]);
  });

  it('are found as converters write them, in lists', async () => {
    const found = await pageOf(`<p>Un pont<a href="#fn1" class="footnote-ref" id="fnref1"
      role="doc-noteref"><sup>1</sup></a>, deux ponts<a href="#fn2" role="doc-noteref"><sup>2</sup></a>.</p>
      <section class="footnotes" role="doc-endnotes"><ol><li id="fn1"><p>De bois.<a href="#fnref1"
      role="doc-backlink">↩︎</a></p></li><li id="fn2"><p>De pierre.</p></li></ol></section>`);
    expect(found).toEqual([
      'Un pont|, deux ponts. → 1 De bois.',
      'Un pont, deux ponts|. → 2 De pierre.',
    ]);
  });

  it('are found where the address of the whole page stands before the fragment', async () => {
    const found =
      await pageOf(`<p>La lampe<sup><a href="https://example.org/p#cite_note-a-1">[1]</a></sup>
      brûle.</p><ol><li id="cite_note-a-1">Une lampe à huile de phare.</li></ol>`);
    expect(found).toEqual(['La lampe| brûle. → 1 Une lampe à huile de phare.']);
  });
});
