/**
 * How results are printed: JSON Lines for programs, aligned columns for people. Knows neither what
 * the rows mean nor where they come from.
 */

export interface Column<Row> {
  readonly title: string;
  readonly of: (row: Row) => string | number;
  /** Longest width in characters; what is longer is cut with '…'. */
  readonly width?: number;
}

export interface Output {
  readonly json: boolean;
  /** One result: a JSON object a line, or the line people read. */
  readonly row: (value: object, line: () => string) => void;
  /** Results as a table; for programs one object a line. */
  readonly table: <Row extends object>(
    rows: readonly Row[],
    columns: readonly Column<Row>[],
    empty: string,
  ) => void;
  /** A remark for people; programs are spared it. */
  readonly remark: (line: string) => void;
}

export function output(json: boolean, write: (text: string) => void): Output {
  const line = (text: string): void => write(`${text}\n`);
  return {
    json,
    row: (value, text) => line(json ? JSON.stringify(value) : oneLine(text())),
    table: (rows, columns, empty) => {
      if (json) for (const row of rows) line(JSON.stringify(row));
      else if (rows.length === 0) line(empty);
      else for (const text of aligned(rows, columns)) line(text);
    },
    remark: (text) => {
      if (!json) line(text);
    },
  };
}

function aligned<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  const shown = columns.filter(({ of }) => rows.some((row) => String(of(row)) !== ''));
  const cells = [
    shown.map(({ title }) => title),
    ...rows.map((row) => shown.map(({ of, width }) => cut(oneLine(String(of(row))), width))),
  ];
  const widths = shown.map((_, at) => Math.max(...cells.map((row) => length(row[at] ?? ''))));
  const numeric = shown.map(({ of }) => rows.every((row) => typeof of(row) === 'number'));
  return cells.map((row) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - length(cell));
        return numeric[at] ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A document's text must not move the cursor, colour the terminal or break the line. */
function oneLine(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}

function cut(text: string, width = Infinity): string {
  const letters = [...text];
  return letters.length <= width
    ? text
    : `${letters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`;
}

function length(text: string): number {
  return [...text].length;
}
