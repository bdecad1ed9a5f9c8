import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, put } from './fixtures.ts';
import { openCorpus } from './index.ts';
import type { Corpus } from './index.ts';

let corpus: Corpus;

beforeEach(() => {
  corpus = openCorpus(':memory:');
  put(corpus, 'un', 'fr', [
    'La rétention administrative des enfants migrants doit cesser sans délai.',
    'Le rapport annuel traite des ports.',
  ]);
  put(corpus, 'deux', 'fr', [
    'Aucun enfant ne devrait connaître la rétention administrative.',
    'Le rapport suivant traite des routes.',
  ]);
});
afterEach(() => {
  corpus.close();
});

describe('the telling words of a paragraph', () => {
  it('are in text order, and neither stop words nor alone in the corpus', () => {
    const [first] = corpus.blocks('un');
    const words = corpus.tellingWords('un', first?.id ?? '');
    expect(words).toEqual(['rétention', 'administrative', 'enfants']);
  });

  it('lead to what is like it', () => {
    const [first] = corpus.blocks('un');
    const { hits } = ask(corpus, corpus.tellingWords('un', first?.id ?? '').join(' '));
    expect(
      hits
        .slice(0, 2)
        .map(({ documentId }) => documentId)
        .sort(),
    ).toEqual(['deux', 'un']);
  });

  it('are none where there is no paragraph', () => {
    expect(corpus.tellingWords('un', 'nowhere')).toEqual([]);
    expect(corpus.tellingWords('nowhere', 'nowhere')).toEqual([]);
  });
});
