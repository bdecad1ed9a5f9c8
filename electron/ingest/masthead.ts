/**
 * The masthead of a United Nations document, in its six languages: session, original language,
 * distribution, agenda item. It knows the words each is said with.
 */
import { canonicalText } from '../core/canonical.ts';
import type { Masthead, MastheadField } from '../core/masthead.ts';

const PATTERNS: readonly (readonly [MastheadField, RegExp])[] = [
  [
    'distribution',
    /^(?:distr(?:ibution|ibución)?|распр(?:остранение)?|分发|التوزيع)\s*[.:：]+\s*:?\s*(.{2,40})$/iu,
  ],
  [
    'original',
    /^(?:original|оригинал|原文|الأصل)(?: language| \(langue\))?\s*[:：]\s*(.{2,40})$/iu,
  ],
  [
    'agenda',
    /^(?:(?:provisional )?agenda items?|points?|temas?) (\d{1,3}(?: \(?[a-z]\))?(?:(?:,| and| et| y) \d{1,3}(?: \(?[a-z]\))?)*)\*{0,2}(?: of the .{4,40}| de l[’'].{4,40}| del .{4,40})?$/iu,
  ],
  ['agenda', /^(?:пункт|البند) (\d{1,3}(?: \(.\))?)\*{0,2} .{4,50}$/iu],
  ['agenda', /^(?:临时)?议程(?:项目)?\s?(\d{1,3}(?:\s?\(.\))?)\*{0,2}$/u],
  [
    'session',
    /^(\p{L}[\p{L} -]{2,44} (?:(?:emergency |extraordinary )?(?:special )?session|session (?:extraordinaire|extraordinaire d[’']urgence)))$/iu,
  ],
  ['session', /^(\p{L}[\p{L} ]{2,44} per[ií]odo (?:extraordinario )?de sesiones)$/iu],
  ['session', /^(\p{L}[\p{L} -]{2,44} сессия)$/iu],
  ['session', /^(الدورة [\p{L}\p{M} ]{3,44})$/u],
  ['session', /^(第[一二三四五六七八九十百零〇\d]{1,8}届(?:会议|会期|特别会议|紧急特别会议))$/u],
];

/** What the lines of an opening say; empty where they are no masthead. */
export function mastheadOf(lines: readonly string[], symbol: string | null): Masthead {
  const found: Partial<Record<MastheadField, string>> = {};
  for (const line of lines.flatMap((one) => one.split(/\t|\n| {3,}/u))) {
    const shown = canonicalText(line);
    if (shown.length > 90) continue;
    for (const [field, pattern] of PATTERNS) {
      const said = pattern.exec(shown)?.[1]?.trim();
      if (said !== undefined && !(field in found)) found[field] = sentenceCase(said);
    }
  }
  // "Session" alone is said by many a programme; a masthead has a symbol or says who may read it.
  return symbol === null && found.distribution === undefined ? {} : found;
}

/** 'GENERAL' as 'General'. */
function sentenceCase(said: string): string {
  if (said !== said.toUpperCase() || said === said.toLowerCase() || said.length < 4) return said;
  return said.slice(0, 1) + said.slice(1).toLowerCase();
}
