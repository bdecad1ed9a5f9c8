/** A web page saved with its pictures in one file: the page among its parts, for the HTML reader. */
import { FaultError } from '../core/fault.ts';
import { readHtml } from './html/index.ts';
import type { Limits } from './limits.ts';
import { readMessage, textOf, type Part } from './mime.ts';
import type { Reading } from './piece.ts';

/** @throws FaultError `damaged` where no part is a page; `limit-exceeded`. */
export function readMhtml(bytes: Uint8Array, limits: Limits): Reading {
  const message = readMessage(bytes, limits);
  const pages = pagesOf(message);
  const start = message.parameters.get('start');
  const page = pages.find(({ headers }) => headers.get('content-id') === start) ?? pages[0];
  if (page === undefined) throw new FaultError('damaged', 'mhtml: no page');
  // Without a charset of the part the page's own word counts.
  const declared = page.parameters.has('charset');
  const reading = readHtml(declared ? new TextEncoder().encode(textOf(page)) : page.body);
  return { ...reading, format: 'mhtml' };
}

function pagesOf(part: Part): Part[] {
  if (/^(?:text\/html|application\/xhtml\+xml)$/u.test(part.type)) return [part];
  return part.parts.flatMap(pagesOf);
}
