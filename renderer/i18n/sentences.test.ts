/** The sentences of the interface: complete in both languages, and typographically right in French. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULT_CODES } from '../../electron/core/fault.ts';
import { OPERATION_NAMES } from '../../electron/core/operation.ts';
import { KINDS } from '../../electron/core/document.ts';

type Sentences = Readonly<Record<string, string>>;

/** Every sentence of a language by its full key, 'area:key.key'. */
function sentences(language: string): Sentences {
  const folder = join(import.meta.dirname, language);
  const found: Record<string, string> = {};
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') found[key] = value;
    else for (const [name, inner] of Object.entries(value as object)) walk(inner, `${key}.${name}`);
  };
  for (const file of readdirSync(folder)) {
    walk(JSON.parse(readFileSync(join(folder, file), 'utf8')), file.replace('.json', ''));
  }
  return found;
}

const french = sentences('fr');
const english = sentences('en');
const NARROW = '\u202f';

/** Names of fields in the query language and clock times are no French punctuation. */
function prose(text: string): string {
  return text.replace(/\b\w+:(?=[\p{L}\d])/gu, '').replace(/\{\{[^}]*\}\}/gu, 'x');
}

describe('sentences', () => {
  it('are the same set in French and English', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
  });

  it.each([
    ['fr', french],
    ['en', english],
  ])('are never empty, padded or doubly spaced in %s', (_language, all) => {
    const wrong = Object.entries(all).filter(
      ([, text]) => text.trim() === '' || text !== text.trim() || text.includes('  '),
    );
    expect(wrong).toEqual([]);
  });

  it('use the same placeholders in both languages', () => {
    const names = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name).sort();
    const different = Object.keys(french).filter(
      (key) => names(french[key] ?? '').join() !== names(english[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('have narrow no-break spaces before ; : ! ? and inside « » in French', () => {
    const wrong = Object.entries(french).filter(([, text]) => {
      const words = prose(text);
      return (
        new RegExp(`[^${NARROW}][;!?]|[^${NARROW}]:|«[^${NARROW}]|[^${NARROW}]»`, 'u').test(
          words,
        ) || words.includes("'")
      );
    });
    expect(wrong).toEqual([]);
  });

  it('carry no French spaces in English', () => {
    expect(Object.entries(english).filter(([, text]) => /[\u202f«»]/u.test(text))).toEqual([]);
  });

  it('hold no exclamation marks', () => {
    const all = [...Object.entries(french), ...Object.entries(english)];
    expect(all.filter(([, text]) => text.includes('!'))).toEqual([]);
  });
});

describe('sentences for codes', () => {
  it.each([
    ['fr', french],
    ['en', english],
  ])('say for every fault in %s what happened and what to do', (_language, all) => {
    for (const code of FAULT_CODES) {
      const parts = (all[`faults.${code}`] ?? '').split(/[.;:]\s/u).filter((part) => part !== '');
      expect(parts.length, code).toBeGreaterThanOrEqual(2);
    }
    expect(Object.keys(all).filter((key) => key.startsWith('faults.')).length).toBe(
      FAULT_CODES.length,
    );
  });

  it.each([
    ['fr', french],
    ['en', english],
  ])('name every kind of document and every operation in %s', (_language, all) => {
    for (const kind of KINDS) expect(all[`library.kinds.${kind}`], kind).toBeDefined();
    for (const name of OPERATION_NAMES) expect(all[`app.operations.${name}`], name).toBeDefined();
  });
});
