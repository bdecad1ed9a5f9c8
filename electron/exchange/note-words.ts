/**
 * A note's Markdown as safe HTML or as plain lines, through its syntax tree: HTML typed into a note
 * stays text, an image is its words, and only links to paragraphs and web addresses lead anywhere.
 */
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

function treeOf(markdown: string): Parents {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Text for HTML, in elements and quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function noteHtml(markdown: string): string {
  return html(treeOf(markdown));
}

/** The note's words by line, without signs of Markdown; lists keep a dash. */
export function noteLines(markdown: string): string[] {
  return lines(treeOf(markdown)).filter((line) => line.trim() !== '');
}

const ELEMENTS: Readonly<Partial<Record<Nodes['type'], string>>> = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  blockquote: 'blockquote',
  listItem: 'li',
  tableRow: 'tr',
  tableCell: 'td',
};

function html(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return escapeHtml(node.value);
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'code':
      return `<pre>${escapeHtml(node.value)}</pre>`;
    case 'break':
      return '<br>';
    case 'thematicBreak':
      return '<hr>';
    case 'image':
      return escapeHtml(node.alt ?? '');
    case 'heading':
      // A title inside a note is weight, not a section of the page.
      return `<p><strong>${inner(node)}</strong></p>`;
    case 'list':
      return node.ordered === true ? `<ol>${inner(node)}</ol>` : `<ul>${inner(node)}</ul>`;
    case 'table':
      return `<table>${inner(node)}</table>`;
    case 'link':
      return /^(https?|gmg):\/\//iu.test(node.url)
        ? `<a href="${escapeHtml(node.url)}">${inner(node)}</a>`
        : inner(node);
    default: {
      const name = ELEMENTS[node.type];
      if (name !== undefined) return `<${name}>${'children' in node ? inner(node) : ''}</${name}>`;
      return 'children' in node ? inner(node) : '';
    }
  }
}

function inner(parent: Parents): string {
  return parent.children.map((child) => html(child)).join('');
}

function lines(node: Nodes): string[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableRow':
      return words(node).split('\n');
    case 'code':
      return node.value.split('\n');
    case 'list':
      return node.children.flatMap((item, at) => {
        const sign = node.ordered === true ? `${String((node.start ?? 1) + at)}. ` : '– ';
        return item.children
          .flatMap(lines)
          .map((line, place) => (place === 0 ? sign + line : line));
      });
    default:
      return 'children' in node ? node.children.flatMap(lines) : words(node).split('\n');
  }
}

function words(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'tableRow') return node.children.map(words).join(' | ');
  return 'children' in node ? node.children.map(words).join('') : '';
}
