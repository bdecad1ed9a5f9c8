/**
 * The application's own protocol, `app://archive/…` for the window and `app://parser/…` for the
 * parser: built files from a fixed list, and originals by their hash. Addresses are names, not paths.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { protocol } from 'electron';
import type { ProtocolRequest, Session } from 'electron';
import type { StartFacts } from '../contract/shell.ts';
import { answerOf } from './answer.ts';
import type { Answer } from './answer.ts';
import type { FileAt, ServedFile } from './content.ts';
import { serveOriginal } from './original.ts';
import { FILE_POLICY, NONCE_PLACEHOLDER, WORKER_POLICY, pagePolicy } from './policy.ts';

export const SCHEME = 'app';
export const WINDOW_ORIGIN = `${SCHEME}://archive`;
export const WINDOW_PAGE = `${WINDOW_ORIGIN}/index.html`;
export const PARSER_ORIGIN = `${SCHEME}://parser`;
export const PARSER_PAGE = `${PARSER_ORIGIN}/parser.html`;

/** What one host of the protocol serves. */
export interface Site {
  readonly host: 'archive' | 'parser';
  readonly files: FileAt;
  /** The policy of every file; absent: the window's policies, with a nonce for the page. */
  readonly policy?: string;
  /** What the page is drawn by. */
  readonly start?: () => StartFacts;
  /** Path of the original with this hash (64 hex digits, checked), or null: not to be had here. */
  readonly original: (hash: string) => string | null;
}

/** To be called before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        // Compiled scripts are kept: the next start compiles none.
        codeCache: true,
      },
    },
  ]);
}

/**
 * Serves `site` to the pages of one session; any other host of the protocol is not found there.
 * By the older of Electron's two ways: the newer one needs Node's Request and Response, whose first
 * use takes longer than all that a start of the application asks for.
 */
export function serve(session: Session, site: Site): void {
  session.protocol.registerStreamProtocol(SCHEME, (request, give) => {
    answer(request, site).then(give, () => give(empty(500)));
  });
}

async function answer(request: ProtocolRequest, site: Site): Promise<Answer> {
  const url = new URL(request.url);
  if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405);
  if (url.host !== site.host) return empty(404);
  const hash = /^\/original\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
  if (hash !== undefined) {
    const path = url.search === '' ? site.original(hash) : null;
    return path === null ? empty(404) : serveOriginal(request, path);
  }
  const file = site.files(url.pathname);
  return file === undefined ? empty(404) : serveFile(file, site);
}

/** At once: while a window starts, a turn of the main process' loop takes far longer than to read. */
function serveFile({ path, type }: ServedFile, site: Site): Answer {
  const bytes = readFileSync(path);
  const respond = (body: Buffer, policy: string): Answer =>
    answerOf(200, body, {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    });
  if (site.policy !== undefined) return respond(bytes, site.policy);
  if (basename(path).startsWith('pdf.worker')) return respond(bytes, WORKER_POLICY);
  if (!type.startsWith('text/html')) return respond(bytes, FILE_POLICY);
  const nonce = randomBytes(16).toString('base64');
  const facts = site.start === undefined ? '' : JSON.stringify(site.start());
  const page = bytes
    .toString('utf8')
    .replaceAll(NONCE_PLACEHOLDER, nonce)
    .replace(START_PLACEHOLDER, () => attribute(facts));
  return respond(Buffer.from(page), pagePolicy(nonce));
}

/** The placeholder in a page that becomes the facts of its start. */
const START_PLACEHOLDER = '__START__';

/** A text as an attribute between double quotation marks holds it. */
function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function empty(status: number): Answer {
  return answerOf(status, null, { 'Content-Security-Policy': FILE_POLICY });
}
