/**
 * Documents and blocks in the derived database: writing, reading back, and the metadata that may
 * change without deriving again.
 */
import type { Database, Statement } from 'better-sqlite3';
import { isParagraph } from '../core/document.ts';
import type { Block, ExtractionReport } from '../core/document.ts';
import type { Fault } from '../core/fault.ts';
import { printOf } from './prints.ts';

/** What the library knows of a document: everything a search may filter by. */
export interface CorpusRecord {
  readonly documentId: string;
  /** SHA-256 of the original, hex. */
  readonly originalHash: string;
  /** Tells one list of corrections from another; 0 for none. */
  readonly correctionMark: number;
  readonly title: string;
  readonly originalName: string;
  readonly language: string;
  readonly kind: string;
  /** Acronym of the issuing body, or ''. */
  readonly body: string;
  /** YYYY, YYYY-MM, YYYY-MM-DD, or ''. */
  readonly date: string;
  readonly symbol: string;
  /** 'guides' or ''. */
  readonly collection: string;
  /** True while it lies in the bin: kept, but never found. */
  readonly removed: boolean;
}

/** What was derived for a document, so that the archive can tell whether it is stale. */
export interface DocumentState {
  readonly originalHash: string;
  /** '' when there was no draft. */
  readonly extractor: string;
  readonly correctionMark: number;
  readonly paragraphs: number;
  readonly pages: number | null;
  readonly report: ExtractionReport | null;
  readonly fault: Fault | null;
  /** Places of the text that ask for a look. */
  readonly doubts: number;
}

/** One row of `document`, as far as the modules beside this one need it. */
export interface DocumentRow {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly original_name: string;
  readonly symbol: string;
  readonly language: string;
  readonly collection: string;
  readonly removed: number;
  readonly first: number;
  readonly last: number;
  readonly letters: number;
  /** Extraction report as JSON, or null. */
  readonly report: string | null;
}

interface BlockRow {
  readonly row: number;
  readonly id: string;
  readonly ordinal: number;
  readonly kind: Block['kind'];
  readonly level: number | null;
  readonly text: string;
  readonly raw: string | null;
  readonly number: string | null;
  readonly marker: string | null;
  readonly part: string;
  readonly page: number | null;
  readonly language: string;
  readonly was: string | null;
  readonly calls: string | null;
  readonly path: string;
}

/** What was read of an original: its blocks, and what is known of the reading. */
export interface Extraction {
  readonly extractor: string;
  readonly pages: number | null;
  readonly report: ExtractionReport | null;
  readonly blocks: readonly Block[];
}

/** Documents, sections and blocks; knows nothing of the full-text index. */
export class Store {
  private readonly db: Database;
  private readonly statements = new Map<string, Statement>();

  constructor(db: Database) {
    this.db = db;
  }

  /** A prepared statement, prepared once. */
  sql(text: string): Statement {
    let statement = this.statements.get(text);
    if (statement === undefined) {
      statement = this.db.prepare(text);
      this.statements.set(text, statement);
    }
    return statement;
  }

  document(id: string): DocumentRow | null {
    const row = this.sql('SELECT * FROM document WHERE id = ?').get(id);
    return (row as DocumentRow | undefined) ?? null;
  }

  /** Writes a document that is not there yet; `removed` documents are kept like the others. */
  insert(
    record: CorpusRecord,
    extraction: Extraction | null,
    fault: Fault | null,
    doubts: number,
  ): DocumentRow {
    const blocks = extraction?.blocks ?? [];
    const paragraphs = blocks.filter(({ kind }) => isParagraph(kind));
    const first = this.nextRow(record.collection, blocks.length);
    const languages = [...new Set(paragraphs.map(({ language }) => language))];
    const { lastInsertRowid } = this.sql(
      `INSERT INTO document(id, original_hash, correction_mark, title, original_name, language, kind,
         body, date, year, symbol, collection, removed, extractor, pages, report, fault, languages,
         first, last, paragraphs, doubts, letters)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    ).run(
      record.documentId,
      record.originalHash,
      record.correctionMark,
      record.title,
      record.originalName,
      record.language,
      record.kind,
      record.body,
      record.date,
      yearOf(record.date),
      record.symbol,
      record.collection,
      record.removed ? 1 : 0,
      extraction?.extractor ?? '',
      extraction?.pages ?? null,
      extraction === null || extraction.report === null ? null : JSON.stringify(extraction.report),
      fault === null ? null : JSON.stringify(fault),
      languages.join(','),
      first,
      first + blocks.length - 1,
      paragraphs.length,
      doubts,
    );
    const row = Number(lastInsertRowid);
    const letters = this.insertBlocks(row, first, blocks);
    this.sql('UPDATE document SET letters = ? WHERE row = ?').run(letters, row);
    const written = this.document(record.documentId);
    if (written === null) throw new Error('document vanished while it was written');
    return written;
  }

  private insertBlocks(document: number, first: number, blocks: readonly Block[]): number {
    const insertSection = this.sql('INSERT INTO section(document, path) VALUES (?, ?)');
    const insertBlock = this.sql(
      `INSERT INTO block(row, document, section, id, ordinal, kind, level, text, raw, number, marker,
         part, page, language, head, print, letters, was, calls)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const sections = new Map<string, number>();
    let head: string[] = [];
    let total = 0;
    for (const block of blocks) {
      const path = JSON.stringify(block.section);
      let section = sections.get(path);
      if (section === undefined) {
        section = Number(insertSection.run(document, path).lastInsertRowid);
        sections.set(path, section);
      }
      const paragraph = isParagraph(block.kind);
      const { print, letters } = paragraph ? printOf(block.text) : { print: null, letters: 0 };
      total += letters;
      insertBlock.run(
        first + block.ordinal,
        document,
        section,
        block.id,
        block.ordinal,
        block.kind,
        block.level ?? null,
        block.text,
        block.raw ?? null,
        block.number,
        block.marker,
        block.part,
        block.page,
        block.language,
        paragraph && head.length > 0 ? head.join('\n') : null,
        print,
        letters,
        block.was === undefined ? null : JSON.stringify(block.was),
        block.calls === undefined ? null : JSON.stringify(block.calls),
      );
      if (block.kind === 'heading') head.push(block.text);
      else if (paragraph) head = [];
    }
    return total;
  }

  /** First of `count` free rows in a row. */
  private nextRow(collection: string, count: number): number {
    const edge = (order: string): number =>
      Number(this.sql(`SELECT row FROM block ORDER BY row ${order} LIMIT 1`).pluck().get() ?? 0);
    if (collection === 'guides') return Math.min(edge('ASC'), 0) - count;
    return Math.max(edge('DESC'), 0) + 1;
  }

  updateMetadata(record: CorpusRecord): void {
    this.sql(
      `UPDATE document SET title = ?, original_name = ?, language = ?, kind = ?, body = ?, date = ?,
         year = ?, symbol = ?, removed = ? WHERE id = ?`,
    ).run(
      record.title,
      record.originalName,
      record.language,
      record.kind,
      record.body,
      record.date,
      yearOf(record.date),
      record.symbol,
      record.removed ? 1 : 0,
      record.documentId,
    );
  }

  delete(document: DocumentRow): void {
    this.sql('DELETE FROM block WHERE row BETWEEN ? AND ?').run(document.first, document.last);
    this.sql('DELETE FROM section WHERE document = ?').run(document.row);
    this.sql('DELETE FROM extracted WHERE document = ?').run(document.id);
    this.sql('DELETE FROM document WHERE row = ?').run(document.row);
  }

  blocks(id: string): Block[] {
    const rows = this.sql(
      `SELECT block.*, section.path FROM document
       JOIN block ON block.row BETWEEN document.first AND document.last
       JOIN section ON section.row = block.section
       WHERE document.id = ? ORDER BY block.row`,
    ).all(id) as BlockRow[];
    const paths = new Map<string, readonly string[]>();
    return rows.map((row) => {
      let section = paths.get(row.path);
      if (section === undefined) {
        section = JSON.parse(row.path) as string[];
        paths.set(row.path, section);
      }
      return {
        id: row.id,
        ordinal: row.ordinal,
        section,
        kind: row.kind,
        ...(row.level === null ? {} : { level: row.level }),
        text: row.text,
        ...(row.raw === null ? {} : { raw: row.raw }),
        number: row.number,
        marker: row.marker,
        part: row.part,
        page: row.page,
        language: row.language,
        ...(row.was === null ? {} : { was: JSON.parse(row.was) as string[] }),
        ...(row.calls === null ? {} : { calls: JSON.parse(row.calls) as Block['calls'] & object }),
      };
    });
  }

  state(id: string): DocumentState | null {
    const row = this.sql(
      `SELECT original_hash, extractor, correction_mark, paragraphs, doubts, pages, report, fault
       FROM document WHERE id = ?`,
    ).get(id) as
      | {
          original_hash: string;
          extractor: string;
          correction_mark: number;
          paragraphs: number;
          doubts: number;
          pages: number | null;
          report: string | null;
          fault: string | null;
        }
      | undefined;
    if (row === undefined) return null;
    return {
      originalHash: row.original_hash,
      extractor: row.extractor,
      correctionMark: row.correction_mark,
      paragraphs: row.paragraphs,
      doubts: row.doubts,
      pages: row.pages,
      report: row.report === null ? null : (JSON.parse(row.report) as ExtractionReport),
      fault: row.fault === null ? null : (JSON.parse(row.fault) as Fault),
    };
  }
}

function yearOf(date: string): number | null {
  return /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : null;
}
