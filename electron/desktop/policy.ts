/**
 * The content policies of the application's own pages: the one place that says what a page may load.
 */

/** The placeholder in a page that becomes the nonce of this very load. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** The window's page. `nonce` is new on each load: React Aria's style elements carry it. */
export function pagePolicy(nonce: string): string {
  return policy("'self'", `'self' 'nonce-${nonce}'`);
}

/** Everything else the window loads. */
export const FILE_POLICY = policy("'self'", "'self'");

/** The PDF worker: its image decoders are WebAssembly. */
export const WORKER_POLICY = policy("'self' 'wasm-unsafe-eval'", "'self'");

/** The hidden page that reads originals: scripts and fetches of its own origin, nothing to be seen. */
export const PARSER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** An original: it is data, and never a page. */
export const ORIGINAL_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
