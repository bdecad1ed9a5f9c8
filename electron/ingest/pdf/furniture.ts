/**
 * Which lines of pages are furniture: what repeats at the same place from page to page, page
 * numbers, job numbers and bar codes of the UN, and the masthead of its documents.
 */
import { canonicalText, foldedText } from '../../core/canonical.ts';
import { plainDigits } from '../../core/number.ts';
import { symbolIn } from '../metadata.ts';
import type { Line } from './lines.ts';

/** Share of the page's height in which headers and footers stand. */
const ZONE = 0.13;

/** The pages' lines that are furniture. */
export function furnitureOf(
  pages: readonly { lines: readonly Line[]; height: number }[],
): Set<Line> {
  const furniture = new Set<Line>();
  const seen = new Map<string, Line[]>();
  const edges = pages.map(({ lines, height }) => edgeLines(lines, height));
  for (const line of edges.flat()) seen.set(keyOf(line), [...(seen.get(keyOf(line)) ?? []), line]);
  // Titles come back as running heads; a short document shows them only once.
  const opening = new Set(
    (pages[0]?.lines ?? []).map(({ text }) => foldedText(text)).filter((text) => text.length > 7),
  );
  const needed = Math.max(2, Math.ceil(pages.length * 0.2));
  const heads = new Map([...seen].map(([key, alike]) => [key, isRunning(alike, needed)]));
  edges.forEach((lines) => {
    for (const line of lines) {
      const repeated = heads.get(keyOf(line)) === true;
      const head =
        line.page > 1 && (opening.has(foldedText(line.text)) || symbolIn(line.text) === line.text);
      if (repeated || head || isPageNumber(line.text, line.page)) furniture.add(line);
    }
  });
  for (const { lines } of pages) {
    for (const line of lines) if (isJobNumber(line.text) || isRule(line.text)) furniture.add(line);
  }
  const first = pages[0];
  if (first !== undefined)
    for (const line of masthead(first.lines, first.height)) furniture.add(line);
  return furniture;
}

/** Lines in the head or foot of a page, at most four of each. */
function edgeLines(lines: readonly Line[], height: number): Line[] {
  const byHeight = [...lines].sort((one, other) => other.y - one.y);
  const head = byHeight.filter(({ y }) => y > height * (1 - ZONE)).slice(0, 4);
  const foot = byHeight.filter(({ y }) => y < height * ZONE).slice(-4);
  return [...head, ...foot];
}

/** True where lines alike stand on so many pages, and are not paragraphs each with its own number. */
function isRunning(alike: readonly Line[], needed: number): boolean {
  if (new Set(alike.map(({ page }) => page)).size < needed) return false;
  const texts = new Set(alike.map(({ text }) => canonicalText(text)));
  if (texts.size < alike.length) return true;
  if (alike.every(({ text }) => OWN_NUMBER.test(plainDigits(text)))) return false;
  const numbers = alike.map(({ text }) => plainDigits(text).match(/\d+/gu)?.map(Number) ?? []);
  const most = Math.max(...numbers.map(({ length }) => length));
  if (most === 0) return true;
  // Page numbers grow with the pages; so do those of sheets that show two pages.
  return Array.from({ length: most }).some((_, nth) => {
    const steps = alike.slice(1).map(({ page }, at) => {
      const [before, now] = [numbers[at]?.[nth] ?? NaN, numbers[at + 1]?.[nth] ?? NaN];
      return (now - before) / (page - (alike[at]?.page ?? 0));
    });
    return [1, 2].some((step) => steps.filter((one) => one === step).length >= steps.length * 0.7);
  });
}

/** '12. The States', as no page number is written. */
const OWN_NUMBER = /^\s*\(?\d{1,4}[.)]\s+(?:[^\s\d]+\s+){2}/u;

/** Text without digits, and where it stands to within a few points. */
function keyOf({ text, y }: Line): string {
  const words = foldedText(plainDigits(text).replace(/\d+/gu, ' '));
  return `${words === '' ? canonicalText(text).replace(/\d+/gu, '#') : words}@${Math.round(y / 8)}`;
}

function isPageNumber(text: string, page: number): boolean {
  const plain = plainDigits(canonicalText(text));
  if (
    /^(?:page|p\.|seite|página|стр\.)\s*\d{1,4}(?:\s*(?:of|sur|de|\/|von)\s*\d{1,4})?$/iu.test(
      plain,
    )
  )
    return true;
  if (/^\d{1,4}\s*(?:\/|of|sur|de)\s*\d{1,4}$/u.test(plain)) return true;
  if (/^[-–—|]\s*\d{1,4}\s*[-–—|]$/u.test(plain)) return true;
  return (
    (/^\d{1,4}$/u.test(plain) && Math.abs(Number(plain) - page) <= 400) ||
    /^[ivxl]{1,6}$/u.test(plain)
  );
}

/** '18-17962 (E) 021118', '*1817962*', '2/5 18-17962'. */
function isJobNumber(text: string): boolean {
  const plain = canonicalText(text);
  return (
    /^(?:\d{1,3}\/\d{1,3}\s)?(?:GE\.)?\d{2}-\d{5,6}(?:\s*\*)?(?:\s*\([A-Z]\))?(?:\s+\d{6})*(?:\s+\d{1,3}\/\d{1,3})?$/u.test(
      plain,
    ) || /^\*\d{7,8}\*$/u.test(plain)
  );
}

/** A line of underscores parts footnotes from text. */
export function isRule(text: string): boolean {
  return /^[_\u2500\u2014\s]{5,}$/u.test(text);
}

const ORGAN =
  /^(?:united nations|nations unies|naciones unidas|организация объединенных наций|联合国|الامم المتحدة)(?: |$)/u;
const MASTHEAD =
  /^(?:distr|original|general assembly|assemblee generale|asamblea general|security council|conseil de securite|economic and social council|conseil economique et social|agenda item|point \d|points \d|item \d|.{4,30} session$|.{4,30} year$|resolution adopted by|resolution adoptee par|resolution aprobada por|(?:sur (?:le )?|on )?(?:the )?(?:rapport|report) (?:de|of)|without reference|sans renvoi)/u;

/** The head of a UN document's first page: organ, symbol, distribution, session, title. */
function masthead(lines: readonly Line[], height: number): Line[] {
  const opening = lines.filter(({ y }) => y > height * 0.3);
  const organ = opening.some(({ text }) => ORGAN.test(foldedText(text)));
  const symbol = opening.some(({ text }) => symbolIn(text) !== null);
  if (!organ || !symbol) return [];
  const last = opening.findLastIndex(
    ({ text }) => MASTHEAD.test(foldedText(text)) || /^\[.*\]$/u.test(text.trim()),
  );
  return opening.slice(0, last + 1);
}
