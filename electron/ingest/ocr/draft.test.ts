import { expect, it } from 'vitest';
import { isParagraph } from '../../core/document.ts';
import type { RecognisedLine, RecognisedPage, Recognition } from '../../core/recognition.ts';
import { draftOfRecognition } from './draft.ts';

/** A line of words in letters 20 pixels high, each 10 wide. */
function line(text: string, top: number, left = 100, confidence = 95, height = 20): RecognisedLine {
  let x = left;
  const words = text.split(' ').map((word) => {
    const box = [x, top, x + word.length * (height / 2), top + height] as const;
    x = box[2] + height / 2;
    return { text: word, confidence, box };
  });
  return { box: [left, top, x, top + height], height, baseline: top + height - 4, words };
}

function recognition(...pages: readonly (readonly RecognisedLine[])[]): Recognition {
  const read = pages.map((lines, at): RecognisedPage => ({
    number: at + 1,
    width: 1000,
    height: 1414,
    lines,
  }));
  return { version: 1, engine: 'test', languages: ['fra'], total: read.length, pages: read };
}

const paragraphs = (given: Recognition): string[] =>
  draftOfRecognition(given, 'tiff')
    .blocks.filter(({ kind }) => isParagraph(kind))
    .map(({ text }) => text);

it('joins lines to paragraphs, across pages and line-end hyphens', () => {
  const found = paragraphs(
    recognition(
      [
        line('Les gardiens du phare tiennent un registre des arrivées, que', 200),
        line('le port conserve sans y changer un mot.', 226),
        line('Une copie part chaque mois pour la capitale, où elle est com-', 300),
        line('parée aux déclarations des navires et des voyageurs qui', 326),
      ],
      [line('passent par la vallée.', 200), line('Le registre est public.', 274)],
    ),
  );
  expect(found).toEqual([
    'Les gardiens du phare tiennent un registre des arrivées, que le port conserve sans y changer un mot.',
    'Une copie part chaque mois pour la capitale, où elle est comparée aux déclarations des navires et des voyageurs qui passent par la vallée.',
    'Le registre est public.',
  ]);
});

it('counts confidence by letters, and doubtful words', () => {
  const { report } = draftOfRecognition(
    recognition([
      line('Le quai nord reste ouvert aux voyageurs.', 200, 100, 96),
      line('Le bac ne passe plus.', 280, 100, 40),
    ]),
    'jpeg',
  );
  expect(report.source).toBe('ocr');
  expect(report.confidence).toBeGreaterThan(70);
  expect(report.confidence).toBeLessThan(90);
  expect(report.doubtfulWords).toBe(5);
});

it('takes the same odd mark before several lines for a list', () => {
  const draft = draftOfRecognition(
    recognition([
      line('Chacun apporte ce qui suit au quai nord avant midi :', 200),
      line('« une couverture de laine pour la nuit', 240, 120),
      line('+ une gourde pleine et un peu de pain', 280, 120),
      line('« Rien de plus » est la règle du bord pour tous.', 340),
    ]),
    'png',
  );
  const items = draft.blocks.filter(({ kind }) => kind === 'list-item');
  expect(items.map(({ marker, text }) => `${marker ?? ''} ${text}`)).toEqual([
    '• une couverture de laine pour la nuit',
    '• une gourde pleine et un peu de pain',
  ]);
  expect(draft.blocks.at(-1)?.text).toContain('Rien de plus');
});

it('leaves specks out, and says so where nothing else is there', () => {
  const specks = recognition([line('~; _', 200, 100, 12), line('|', 300, 100, 20)]);
  expect(() => draftOfRecognition(specks, 'png')).toThrow('no-text: ocr');
});
