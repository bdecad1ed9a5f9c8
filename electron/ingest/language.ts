/**
 * Which language a text is in: its script first, then common words of the languages read most,
 * then letter statistics. Short texts tell nothing and inherit.
 */
import { detectAll } from 'tinyld';
import type { Language } from '../core/document.ts';

const SCRIPTS: readonly (readonly [RegExp, Language])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
];
/** Any letter of those scripts: most texts have none, and need not be counted eleven times. */
const OTHER_SCRIPT = /[\u0370-\u1FFF\u2E80-\uD7FF\uF900-\uFEFC]/u;
/** Languages whose letters say as much as others' words. */
const WORDY = new Set(['zh', 'ja', 'ko']);
/** Scripts that several languages share: statistics decide within them. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar', 'fa', 'ur'],
  ru: ['ru', 'uk', 'bg', 'sr', 'mk', 'be'],
};

const COMMON: readonly (readonly [Language, ReadonlySet<string>])[] = [
  [
    'fr',
    words(
      'le la les l un une des du de d et est sont en dans pour par sur que qui qu au aux ce cette ces avec ne pas plus leur leurs ont a été être il elle nous vous se s à où entre ainsi tous toutes',
    ),
  ],
  [
    'en',
    words(
      'the of and to in a is that for on with as are be by this from at it or an which its have has been their was were not will should shall all more these those other such',
    ),
  ],
  [
    'es',
    words(
      'el la los las un una de del y en que es por para con se al lo como más su sus no ha han este esta estos o entre sobre también sin',
    ),
  ],
  [
    'pt',
    words(
      'o a os as um uma de do da dos das e em no na que é por para com se ao à mais seu sua não foi são como entre sobre também pelo pela',
    ),
  ],
  [
    'de',
    words(
      'der die das und in den von zu mit ist des im für auf dem nicht ein eine als auch sich sind werden bei einer oder aus an nach',
    ),
  ],
  [
    'it',
    words(
      'il lo la i gli le un una di del della dei e in che è per con si al non più sono nel alla anche come da tra',
    ),
  ],
  [
    'nl',
    words(
      'de het een en van in is op te dat voor met zijn aan niet die door ook naar bij als worden',
    ),
  ],
];

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Letters below which statistics guess more than they know. */
const STATISTICS = 120;

/** Characters that statistics look at: they cost a hundred times what words cost. */
const STATISTICS_SAMPLE = 300;

/** Characters of a text that are looked at; more would not change the answer. */
const SAMPLE = 6000;

/**
 * Language of a text, or null where the text does not tell (too short, or words of no language).
 * @param least letters needed before anything is said.
 */
export function languageOf(text: string, least = 24): Language | null {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters < Math.min(least, 24) && letters < 6) return null;
  for (const [script, language] of OTHER_SCRIPT.test(sample) ? SCRIPTS : []) {
    const share = count(sample, script) / letters;
    if (share > (language === 'ja' ? 0.1 : 0.4)) {
      if (letters < Math.min(least, WORDY.has(language) ? 6 : 12)) return null;
      const shared = SHARED[language];
      if (shared === undefined) return language;
      const guess = detectAll(sample).find((one) => shared.includes(one.lang))?.lang;
      return letters > 80 && guess !== undefined ? guess : language;
    }
  }
  if (letters < least) return null;
  return byWords(sample) ?? (letters >= STATISTICS ? byStatistics(sample) : null);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** A language whose common words are frequent and clearly more so than any other's. */
function byWords(sample: string): Language | null {
  const tokens = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: Language | null = null;
  let most = 0;
  let second = 0;
  for (const [language, common] of COMMON) {
    const hits = tokens.reduce((sum, token) => sum + (common.has(token) ? 1 : 0), 0);
    if (hits > most) [second, most, best] = [most, hits, language];
    else if (hits > second) second = hits;
  }
  const enough = most >= 3 && most / tokens.length >= 0.16;
  return enough && most >= second * 1.4 + 1 ? best : null;
}

function byStatistics(sample: string): Language | null {
  const [first, second] = detectAll(sample.slice(0, STATISTICS_SAMPLE));
  if (first === undefined || first.accuracy < 0.35) return null;
  return first.accuracy - (second?.accuracy ?? 0) > 0.1 ? first.lang : null;
}

/** Primary subtag of a declared BCP 47 tag ('fr-CH' → 'fr'), or null where it is none. */
export function primaryLanguage(tag: string | null | undefined): Language | null {
  const match = /^\s*([a-z]{2,3})(?:[-_].*)?\s*$/iu.exec(tag ?? '');
  return match?.[1]?.toLowerCase() ?? null;
}
