/** Pages whose footnotes are raised figures and nothing else. */
import { expect, it } from 'vitest';
import { parseDocument } from '../index.ts';

const read = async (body: string) => {
  const page = `<!doctype html><html lang="en"><title>On boats</title><h1>On boats</h1>${body}`;
  return (await parseDocument(new TextEncoder().encode(page), { name: 'a.html' })).blocks;
};

it('finds the pairs, also of notes that share a paragraph', async () => {
  const blocks = await read(
    '<p>The boats came home in the evening.<sup>1</sup> The second one was late.<sup>2</sup></p>' +
      '<p>More people live in the town.<sup>[3]</sup></p><hr>' +
      '<p><sup>1</sup> As told by the pilots.</p>' +
      '<p><sup>2</sup> Register of the port.<br><sup>[3]</sup> Census of the town.</p>',
  );
  const notes = blocks.flatMap(({ kind, text, marker }, at) =>
    kind === 'footnote' ? [[at, marker, text]] : [],
  );
  expect(notes.map(([, marker, text]) => [marker, text])).toEqual([
    ['1', 'As told by the pilots.'],
    ['2', 'Register of the port.'],
    ['3', 'Census of the town.'],
  ]);
  const calls = blocks.flatMap((block) => block.calls ?? []);
  expect(calls.map(({ mark, note }) => [note, mark])).toEqual(
    notes.map(([at, marker]) => [at, marker]),
  );
});

it('takes no power and no ordinal for a note', async () => {
  const blocks = await read(
    '<p>The pier is 40 m<sup>2</sup> wide, and the 2<sup>nd</sup> boat brought 10<sup>2</sup> people.<sup>2</sup></p>' +
      '<p><sup>2</sup> Register of the port.</p>',
  );
  const [paragraph] = blocks.filter(({ kind }) => kind === 'paragraph');
  expect(paragraph?.text).toBe('The pier is 40 m2 wide, and the 2nd boat brought 102 people.');
  expect(paragraph?.calls).toHaveLength(1);
  const alone = await read(
    '<p>The pier is 40 km<sup>2</sup> wide, as the pilots said.<sup>3</sup></p>',
  );
  expect(alone.every(({ calls }) => calls === undefined)).toBe(true);
});
