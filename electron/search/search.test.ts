import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, marked, put } from './fixtures.ts';
import { openCorpus } from './index.ts';
import type { Corpus } from './index.ts';

let corpus: Corpus;

beforeEach(() => {
  corpus = openCorpus(':memory:');
});
afterEach(() => {
  corpus.close();
});

/** One French document, a paragraph a line. */
function french(...lines: string[]): void {
  put(corpus, 'texte', 'fr', lines);
}

describe('French words', () => {
  it.each([
    ['equipement', "Les camps manquent d'équipements.", 'équipements'],
    ["l'équipement", 'Des équipements sont livrés.', 'équipements'],
    ['l’équipement', "L'équipement manque.", 'équipement'],
    ['maitre', 'Chaque maître d’ouvrage répond.', 'maître'],
    ['empêcher', 'Ils empêchaient le départ.', 'empêchaient'],
    ['etat', "Les obligations de l'État demeurent.", 'État'],
    ['aujourdhui', "La situation d'aujourd’hui inquiète.", 'aujourd’hui'],
    ["aujourd'hui", "Aujourd'hui, tout change.", "Aujourd'hui"],
    ['oeuvre', 'La mise en œuvre progresse.', 'œuvre'],
    ['œuvre', 'La mise en oeuvre progresse.', 'oeuvre'],
    ['migrants', 'Les migrant·e·s arrivent.', 'migrant·e·s'],
    ['migrantes', 'Les migrant·e·s arrivent.', 'migrant·e·s'],
    ['migrant·e·s', 'Les migrants arrivent.', 'migrants'],
    ['retention', 'La rétention des enfants cesse.', 'rétention'],
    ['irreguliere', 'Des personnes en situation irrégulière.', 'irrégulière'],
    ['irréguliers', 'Des personnes en situation irrégulière.', 'irrégulière'],
    ['interagences', 'Un groupe inter-agences siège.', 'inter-agences'],
  ])('%s finds « %s »', (query, text, word) => {
    french('Rien de commun ici.', text, 'Autre chose encore.');
    const { hits } = ask(corpus, query);
    expect(hits[0]?.snippet.text).toBe(text);
    const [start, end] = hits[0]?.snippet.marks[0] ?? [0, 0];
    expect(word.startsWith(text.slice(start, end)) || word.endsWith(text.slice(start, end))).toBe(
      true,
    );
    expect(end).toBeGreaterThan(start);
  });

  it('finds États-Unis with and without hyphen and accent', () => {
    french('Les États-Unis participent.', 'Les états du pays participent aussi.');
    for (const query of ['États-Unis', 'etats unis', '"états unis"']) {
      expect(ask(corpus, query).hits[0]?.snippet.text).toContain('Unis');
    }
  });

  it('ranks the exact form above the same stem', () => {
    french('Les équipements du centre.', "L'équipement du centre.", 'Les équipements du port.');
    expect(ask(corpus, 'équipement').hits[0]?.snippet.text).toBe("L'équipement du centre.");
  });

  it('ranks words that stand together above scattered ones', () => {
    french(
      'La situation reste tendue, et parmi les migrants beaucoup sont en attente, chose irrégulière.',
      'Les droits des migrants en situation irrégulière sont protégés par des textes anciens.',
    );
    expect(ask(corpus, 'migrants en situation irreguliere').hits[0]?.snippet.text).toMatch(
      /^Les droits/,
    );
  });
});

describe('other languages', () => {
  it.each([
    ['en', 'migrant', 'All migrants enjoy rights.'],
    ['es', 'migración', 'Las migraciones internacionales aumentan.'],
    ['ru', 'мигранты', 'Права мигрантов защищены.'],
    ['ar', 'مهاجر', 'حقوق كل مُهَاجِر محمية'],
    ['zh', '移民', '国际移民的权利受到保护。'],
    ['ja', '移住', '国際移住の権利。'],
    ['th', 'มนุษยชน', 'สิทธิมนุษยชนของผู้ย้ายถิ่น'],
    ['de', 'Recht', 'Die Rechte aller Menschen.'],
  ])('%s: %s', (language, query, text) => {
    put(corpus, 'texte', language, [text]);
    expect(ask(corpus, query).hits[0]?.snippet.text).toBe(text);
    expect(ask(corpus, query).hits[0]?.snippet.marks.length).toBeGreaterThan(0);
  });

  it('analyses a query in every language of the library', () => {
    put(corpus, 'fr', 'fr', ['Les protections existantes.']);
    put(corpus, 'en', 'en', ['Existing protections.']);
    expect(
      ask(corpus, 'protection')
        .hits.map(({ language }) => language)
        .sort(),
    ).toEqual(['en', 'fr']);
  });
});

describe('the query language at work', () => {
  beforeEach(() => {
    put(
      corpus,
      'Déclaration',
      'fr',
      [
        '# Introduction',
        '1. Les États reconnaissent les droits des enfants.',
        '2. La traite et le trafic illicite diffèrent.',
        '# Suite',
        '54. La lutte contre les discriminations continue.',
        '54 (a). Les discriminations envers les femmes.',
      ],
      { symbol: 'A/RES/76/266', kind: 'adopted-text', body: 'OHCHR', date: '2022-06-07' },
    );
    put(corpus, 'Note', 'en', ['Children have rights.', 'See paragraph 54 of the annex.'], {
      kind: 'briefing-note',
      date: '2010',
    });
  });

  it.each([
    ['"droits des enfants"', ['Les États reconnaissent les [droits des enfants].']],
    ['droits -enfants', []],
    ['traite OR discriminations femmes', ['Les [discriminations] envers les [femmes].']],
    ['discrim* -femmes', ['La lutte contre les [discriminations] continue.']],
    ['discriminatoins~ envers', ['Les [discriminations] [envers] les femmes.']],
    ['lang:en rights', ['Children have [rights].']],
    ['year:2010 rights', ['Children have [rights].']],
    ['year:2020-2030 droits', ['Les États reconnaissent les [droits] des enfants.']],
    ['by:HCDH droits', ['Les États reconnaissent les [droits] des enfants.']],
    ['kind:"note d\'information" rights', ['Children have [rights].']],
    ['in:note rights', ['Children have [rights].']],
    ['para:2', ['La traite et le trafic illicite diffèrent.']],
    ['traite NEAR/3 trafic', ['La [traite] et le [trafic] illicite diffèrent.']],
    ['traite NEAR/1 illicite', []],
    ['(traite OR lang:en) illicite', ['La [traite] et le trafic [illicite] diffèrent.']],
  ])('%s', (query, best) => {
    expect(marked(ask(corpus, query)).slice(0, 1)).toEqual(best);
  });

  it('puts the paragraph whose number was asked for first', () => {
    for (const query of ['para 54', '§ 54', 'A/RES/76/266 para 54', 'parag. 54']) {
      expect(ask(corpus, query).hits[0]).toMatchObject({ documentId: 'Déclaration', number: '54' });
    }
    const several = ask(corpus, 'parag. 1, 2 et 54').hits.slice(0, 3);
    expect(several.map(({ number }) => number).sort()).toEqual(['1', '2', '54']);
  });

  it('finds a document by its symbol, its title and its headings', () => {
    expect(ask(corpus, 'A/RES/76/266').hits[0]?.documentId).toBe('Déclaration');
    expect(ask(corpus, 'déclaration').hits[0]?.documentId).toBe('Déclaration');
    expect(ask(corpus, 'introduction').hits[0]?.number).toBe('1');
  });

  it('corrects a word the library lacks, and says so', () => {
    const answer = ask(corpus, 'discriminatoins');
    expect(answer.suggestion).toBe('discriminations');
    expect(marked(answer)[0]).toContain('[discriminations]');
    expect(ask(corpus, 'discriminations').suggestion).toBeNull();
  });

  it('completes the word being typed', () => {
    expect(ask(corpus, 'discrim').hits).toHaveLength(2);
    expect(ask(corpus, 'discrim ').suggestion).toBeNull();
  });

  it('answers nothing to nothing', () => {
    for (const query of ['', '   ', '"', '()', 'zzzzzzzz', '-traite', '"zz zz"', 'tag:nowhere']) {
      expect(ask(corpus, query)).toMatchObject({ hits: [], total: 0 });
    }
  });
});

describe('the thesaurus', () => {
  beforeEach(() => {
    put(corpus, 'fr', 'fr', [
      'Le HCDH siège.',
      "Les droits de l'homme d’abord.",
      'Le GMM se réunit.',
    ]);
    put(corpus, 'en', 'en', [
      'OHCHR meets.',
      'Human rights come first.',
      'Who decides?',
      'The GMG meets.',
    ]);
  });

  it('expands both ways and across languages, the typed word first', () => {
    const answer = ask(corpus, 'HCDH');
    expect(marked(answer)).toEqual(['Le [HCDH] siège.', '[OHCHR] meets.']);
    expect(answer.expansions).toEqual([{ from: 'HCDH', to: ['OHCHR'] }]);
    expect(marked(ask(corpus, 'ohchr'))).toEqual(['[OHCHR] meets.', 'Le [HCDH] siège.']);
    expect(marked(ask(corpus, 'GMM')).slice(0, 2)).toEqual([
      'Le [GMM] se réunit.',
      'The [GMG] meets.',
    ]);
  });

  it('expands terms of several words as phrases', () => {
    const answer = ask(corpus, "droits de l'homme");
    expect(marked(answer)).toContain('[Human rights] come first.');
    expect(answer.expansions[0]).toEqual({ from: "droits de l'homme", to: ['human rights'] });
    expect(answer.hits[0]?.language).toBe('fr');
  });

  it('can be switched off, by term and altogether', () => {
    const query = 'HCDH';
    const base = { query, limit: 20, guides: 'auto' } as const;
    expect(corpus.search({ ...base, unexpanded: ['hcdh'] }).hits).toHaveLength(1);
    expect(corpus.search({ ...base, unexpanded: null })).toMatchObject({ expansions: [] });
  });

  it('does not take a question word for an acronym', () => {
    expect(ask(corpus, 'who decides').expansions).toEqual([]);
    expect(marked(ask(corpus, 'OMS'))).not.toContain('[Who] decides?');
  });
});

describe('the guides', () => {
  it('step back once there are documents of the reader', () => {
    put(corpus, 'guide', 'fr', ['Chercher un paragraphe.'], { collection: 'guides' });
    expect(ask(corpus, 'paragraphe').hits).toHaveLength(1);
    put(corpus, 'mine', 'fr', ['Un autre paragraphe du rapport.']);
    const ids = (guides: 'auto' | 'yes' | 'no'): string[] =>
      corpus
        .search({ query: 'paragraphe', limit: 9, unexpanded: [], guides })
        .hits.map(({ documentId }) => documentId)
        .sort();
    expect(ids('auto')).toEqual(['mine']);
    expect(ids('no')).toEqual(['mine']);
    expect(ids('yes')).toEqual(['guide', 'mine']);
  });
});

describe('a corpus made ready for its first search', () => {
  const makeReady = (made: Corpus): void => {
    const { soon, later } = made.warming();
    for (const step of [...soon, ...later]) step();
  };

  it('answers as it would have without', () => {
    french('Les équipements du centre.', 'La rétention des enfants cesse.');
    makeReady(corpus);
    expect(ask(corpus, 'equipement').hits).toHaveLength(1);
    put(corpus, 'later', 'fr', ['Un équipement arrive.']);
    expect(ask(corpus, 'equipement').hits).toHaveLength(2);
  });

  it('has nothing to fear from an empty one', () => {
    makeReady(corpus);
    expect(ask(corpus, 'equipement').hits).toEqual([]);
  });
});
