/** Notices at the window's foot: what was done, with the act that takes it back; what failed. */
import { create } from 'zustand';
import type { Fault } from '../../electron/core/fault.ts';

export interface Toast {
  readonly id: number;
  /** The sentence; absent for a fault, whose sentence is looked up in the reader's language. */
  readonly text: string;
  readonly fault: Fault | null;
  readonly act: { readonly label: string; readonly run: () => void } | null;
}

const AGE = 8_000;
const KEPT = 3;
let last = 0;

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

/** Shows a notice for a while, with one act if given ("Annuler"). */
export function notify(text: string, act: Toast['act'] = null): void {
  add({ text, fault: null, act });
}

/** Tells the reader of a fault, in the interface's language. */
export function notifyFault(fault: Fault): void {
  add({ text: '', fault: { code: fault.code, detail: fault.detail }, act: null });
}

/** Takes a notice away. */
export function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Takes all notices away that are no faults. */
export function dismissAll(): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(({ fault }) => fault !== null) }));
}

/** Time, in milliseconds, after which a notice leaves by itself; faults stay until closed. */
export function ageOf(toast: Toast): number | null {
  return toast.fault === null ? AGE : null;
}

function add(toast: Omit<Toast, 'id'>): void {
  const id = ++last;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-KEPT) }));
}
