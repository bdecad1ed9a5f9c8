/** What is about to be erased for good: what any menu asks for, and the one dialog answers. */
import { create } from 'zustand';
import type { CallInput } from '../../electron/contract/calls.ts';

export type Erasable = CallInput<'erase.forGood'>['what'];

export const useErasing = create<{ readonly asked: Erasable | null }>(() => ({ asked: null }));

/** Opens the dialog that says what goes; nothing is erased before it is answered. */
export function askToErase(what: Erasable): void {
  useErasing.setState({ asked: what });
}
