/**
 * Passwords typed since this page was loaded, by the original's hash: what the original's view needs
 * to draw its pages. In memory alone; a page that is loaded again has forgotten them.
 */
import { create } from 'zustand';

export const usePasswords = create<{ readonly known: Readonly<Record<string, string>> }>(() => ({
  known: {},
}));

/** @param hash SHA-256 of the original, hex. */
export function remember(hash: string, password: string): void {
  usePasswords.setState(({ known }) => ({ known: { ...known, [hash]: password } }));
}
