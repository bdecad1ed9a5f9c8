/** What stands in a rich text's head: fonts with their code pages, paragraph styles by number. */
import { PICTURES, pageOfCharset, pageOfNumber, SYMBOL } from './pages.ts';

/** A paragraph style. */
export interface RtfStyle {
  /** Name in lower case ('heading 1', 'title'). */
  readonly name: string;
  /** Outline level from 1, or null. */
  readonly outline: number | null;
}

/** Gathers the entries of the font table and the style sheet while they go by. */
export class RtfTables {
  readonly #fonts = new Map<number, string>();
  readonly #styles = new Map<number, RtfStyle>();
  #number = 0;
  #page: string | null = null;
  #outline: number | null = null;
  #name = '';

  /** An entry begins. */
  begin(): void {
    this.#number = 0;
    this.#page = null;
    this.#outline = null;
    this.#name = '';
  }

  word(name: string, value: number | null): void {
    if (name === 'f' || name === 's') this.#number = value ?? 0;
    else if (name === 'fcharset') this.#page = pageOfCharset(value ?? 0);
    else if (name === 'cpg' && value !== null && value > 0) this.#page = pageOfNumber(value);
    else if (name === 'outlinelevel' && value !== null && value < 9) this.#outline = value + 1;
  }

  /** Letters of an entry's name; a semicolon ends the entry. */
  text(text: string, table: 'fonts' | 'styles'): void {
    for (const [at, part] of text.split(';').entries()) {
      if (at > 0) {
        this.#end(table);
        this.begin();
      }
      this.#name += part;
    }
  }

  #end(table: 'fonts' | 'styles'): void {
    const name = this.#name.trim().toLowerCase();
    if (table === 'styles') this.#styles.set(this.#number, { name, outline: this.#outline });
    else if (name === 'symbol') this.#fonts.set(this.#number, SYMBOL);
    else if (/^(?:wingdings|webdings|opensymbol|zapf dingbats)/u.test(name))
      this.#fonts.set(this.#number, PICTURES);
    else if (this.#page !== null) this.#fonts.set(this.#number, this.#page);
  }

  /** Code page of a font, or null where the document's own holds. */
  font(number: number): string | null {
    return this.#fonts.get(number) ?? null;
  }

  style(number: number): RtfStyle | undefined {
    return this.#styles.get(number);
  }
}
