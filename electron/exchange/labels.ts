/** The words that stand in exported files themselves, in both languages. */
import type { AnnotationKind, FollowUpStatus, HighlightColour } from '../core/annotation.ts';
import type { ReferenceLanguage } from '../core/reference-numbers.ts';

export interface Labels {
  readonly columns: readonly string[];
  readonly kinds: Readonly<Record<AnnotationKind | 'document', string>>;
  readonly colours: Readonly<Record<HighlightColour, string>>;
  readonly title: string;
  readonly private: string;
  readonly shareable: string;
  readonly tags: string;
  readonly wholes: string;
  readonly madeOn: (day: string) => string;
  readonly count: (notes: number, withheld: number) => string;
  /** Stands above a working translation; gets the language's code. */
  readonly unofficial: (language: string) => string;
  readonly statuses: Readonly<Record<FollowUpStatus, string>>;
  readonly status: string;
  readonly due: string;
  readonly checked: string;
  readonly found: string;
  readonly note: string;
  /** A colon with its spaces. */
  readonly colon: string;
  readonly sheet: string;
}

function languageName(code: string, language: ReferenceLanguage): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
}

const fr: Labels = {
  columns: [
    'Document',
    'Cote',
    'Date du document',
    'Numéro',
    'Référence',
    'Citation',
    'Note',
    'Étiquettes',
    'Type',
    'Couleur',
    'Partage',
    'Auteur',
    'Créée (UTC)',
    'Modifiée (UTC)',
    'Section',
    'Page',
    'Langue',
    'Lien',
  ],
  kinds: {
    highlight: 'surlignage',
    note: 'note',
    question: 'question',
    tagging: 'passage étiqueté',
    translation: 'traduction de travail',
    'follow-up': 'suivi',
    bookmark: 'signet',
    document: 'document étiqueté',
  },
  colours: { yellow: 'jaune', green: 'vert', blue: 'bleu', rose: 'rose', violet: 'violet' },
  title: 'Notes et passages étiquetés',
  private: 'privée',
  shareable: 'partageable',
  tags: 'Étiquettes',
  wholes: 'Documents étiquetés',
  madeOn: (day) => `Exporté le ${day} (UTC)`,
  count: (notes, withheld) => {
    const all = `${String(notes)} ${notes > 1 ? 'notes' : 'note'}`;
    if (withheld === 0) return all;
    return `${all}\u202f; ${String(withheld)} ${withheld > 1 ? 'privées laissées' : 'privée laissée'} dans la bibliothèque`;
  },
  unofficial: (language) =>
    `Traduction de travail, non officielle (${languageName(language, 'fr')})`,
  statuses: {
    ...{ open: 'à vérifier', 'in-progress': 'en cours', done: 'tenu', 'not-done': 'non tenu' },
    abandoned: 'abandonné',
  },
  status: 'Statut',
  due: 'Échéance',
  checked: 'Ce que j’ai vérifié',
  found: 'Ce que j’ai trouvé',
  note: 'Note',
  colon: '\u202f: ',
  sheet: 'Fiche',
};

const en: Labels = {
  columns: [
    'Document',
    'Symbol',
    'Document date',
    'Number',
    'Reference',
    'Quotation',
    'Note',
    'Tags',
    'Kind',
    'Colour',
    'Sharing',
    'Author',
    'Created (UTC)',
    'Changed (UTC)',
    'Section',
    'Page',
    'Language',
    'Link',
  ],
  kinds: {
    highlight: 'highlight',
    note: 'note',
    question: 'question',
    tagging: 'tagged passage',
    translation: 'working translation',
    'follow-up': 'follow-up',
    bookmark: 'bookmark',
    document: 'tagged document',
  },
  colours: { yellow: 'yellow', green: 'green', blue: 'blue', rose: 'rose', violet: 'violet' },
  title: 'Notes and tagged passages',
  private: 'private',
  shareable: 'shareable',
  tags: 'Tags',
  wholes: 'Tagged documents',
  madeOn: (day) => `Exported on ${day} (UTC)`,
  count: (notes, withheld) => {
    const all = `${String(notes)} ${notes === 1 ? 'note' : 'notes'}`;
    if (withheld === 0) return all;
    return `${all}; ${String(withheld)} private ${withheld === 1 ? 'one' : 'ones'} left in the library`;
  },
  unofficial: (language) => `Working translation, unofficial (${languageName(language, 'en')})`,
  statuses: {
    ...{ open: 'to check', 'in-progress': 'in progress', done: 'kept', 'not-done': 'not kept' },
    abandoned: 'abandoned',
  },
  status: 'Status',
  due: 'Due',
  checked: 'What I checked',
  found: 'What I found',
  note: 'Note',
  colon: ': ',
  sheet: 'Sheet',
};

export function labelsOf(language: ReferenceLanguage): Labels {
  return language === 'fr' ? fr : en;
}
