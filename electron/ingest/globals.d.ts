/**
 * The only globals that ingest may use: they exist alike in Chromium 130, Node 20 and Node 26.
 * Neither Node nor the DOM is in the types of this folder.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array;
}

interface AbortSignal {
  readonly aborted: boolean;
}
