/**
 * A note's Markdown as React elements, through its syntax tree: no string ever becomes HTML. HTML in
 * a note is shown as it was typed, images as their words; links lead to paragraphs and nowhere else.
 */
import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { Fragment, memo } from 'react';
import type { ReactNode } from 'react';
import { parseLink } from '../../electron/core/reference-link.ts';

interface MarkdownProps {
  readonly text: string;
  /** Goes to the paragraph a link names. */
  /** Told the first paragraph that a link leads to, and the link itself. */
  readonly onParagraph: (paragraphId: string, link: string) => void;
}

export const Markdown = memo(function Markdown({ text, onParagraph }: MarkdownProps) {
  const tree = fromMarkdown(text, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return <div className="markdown">{children(tree, onParagraph)}</div>;
});

type Go = MarkdownProps['onParagraph'];

function children(parent: Parents, go: Go): ReactNode[] {
  return parent.children.map((node, index) => (
    // A note's parts have no names of their own: their order is their key.
    <Fragment key={index}>{element(node, go)}</Fragment>
  ));
}

function element(node: Nodes, go: Go): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return <p>{children(node, go)}</p>;
    case 'heading':
      // A note stands under the window's own headings: its titles are words with weight.
      return (
        <p className="markdown-title">
          <strong>{children(node, go)}</strong>
        </p>
      );
    case 'emphasis':
      return <em>{children(node, go)}</em>;
    case 'strong':
      return <strong>{children(node, go)}</strong>;
    case 'delete':
      return <del>{children(node, go)}</del>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'blockquote':
      return <blockquote>{children(node, go)}</blockquote>;
    case 'list':
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{children(node, go)}</ol>
      ) : (
        <ul>{children(node, go)}</ul>
      );
    case 'listItem':
      return (
        <li>
          {typeof node.checked === 'boolean' && (node.checked ? '☑ ' : '☐ ')}
          {children(node, go)}
        </li>
      );
    case 'table':
      return (
        <table>
          <tbody>{children(node, go)}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{children(node, go)}</tr>;
    case 'tableCell':
      return <td>{children(node, go)}</td>;
    case 'link':
      return link(node.url, children(node, go), go);
    case 'image':
      return node.alt ?? '';
    case 'html':
      return node.value;
    default:
      return 'children' in node ? children(node, go) : null;
  }
}

function link(url: string, words: ReactNode[], go: Go): ReactNode {
  const paragraph = parseLink(url);
  if (paragraph === null) {
    // Nothing goes online: an address is shown to be read and copied.
    return (
      <span className="markdown-address" title={url}>
        {words}
      </span>
    );
  }
  return (
    <button type="button" className="link" onClick={() => go(paragraph.first, url)}>
      {words}
    </button>
  );
}
