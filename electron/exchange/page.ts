/**
 * The frame of every HTML file that leaves the library: one page, its own style, no script. It knows
 * how highlights stay apart in print without colour.
 */
import { escapeHtml } from './note-words.ts';

const STYLE = `
@page { size: A4; margin: 20mm 18mm; }
body { max-width: 42em; margin: 2em auto; padding: 0 1em; color: #1c1b19; background: #fff;
  font: 11pt/1.5 'Source Serif 4', Georgia, 'Times New Roman', serif; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .4em; }
h2 { font-size: 1.15em; margin: 1.8em 0 .2em; }
h3 { font-size: 1em; margin: 0 0 .2em; }
article, .entry { margin: 1.1em 0; padding-top: .7em; border-top: 1px solid #bbb; break-inside: avoid-page; }
blockquote { margin: .3em 0; }
mark { background: none; color: inherit; text-decoration: underline 1px; text-underline-offset: 3px; }
mark.plain { text-decoration: none; }
mark.green { text-decoration-style: dashed; }
mark.blue { text-decoration-style: double; }
mark.rose { text-decoration-style: wavy; }
mark.violet { text-decoration-style: dotted; text-decoration-thickness: 2px; }
.note { margin: .4em 0 .4em 1.2em; padding-left: .8em; border-left: 3px solid #555; }
.note p { margin: .3em 0; }
.tags span { border: 1px solid #777; border-radius: 3px; padding: 0 .35em; font-size: .88em; }
.facts { margin: .2em 0; color: #46433d; font-size: .88em; }
.texts { display: flex; gap: 1.6em; }
.texts > div { flex: 1 1 0; }
.texts p { margin: .2em 0; }
.number { font-weight: 600; margin-inline-end: .5em; }
.intro { margin: .6em 0 1em; white-space: pre-line; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
`;

/** A whole page. `blocks` are HTML already. */
export function page(language: string, title: string, blocks: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style></head>`,
    '<body>',
    ...blocks.filter((block) => block !== ''),
    '</body></html>',
    '',
  ].join('\n');
}
