/**
 * The window's regions as stops for F6: each remembers which of its elements had the focus. A region
 * is any element with `data-pane`.
 */
const lastIn = new WeakMap<Element, HTMLElement>();

/** Starts remembering where in each region the focus was. */
export function followPanes(): () => void {
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const pane = target.closest('[data-pane]');
    if (pane !== null && pane !== target) lastIn.set(pane, target);
  };
  document.addEventListener('focusin', remember);
  return () => document.removeEventListener('focusin', remember);
}

/** Moves the focus to the next (1) or previous (-1) region of the window. */
export function movePane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.offsetParent !== null || pane.getClientRects().length > 0,
  );
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const start = here < 0 && step < 0 ? 0 : here;
  const next = panes[(start + step + panes.length) % panes.length];
  if (next !== undefined) focusPane(next);
}

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, [tabindex]:not([tabindex="-1"])';

function focusPane(pane: HTMLElement): void {
  const last = lastIn.get(pane);
  const wanted = last?.isConnected ? last : pane.querySelector<HTMLElement>(FOCUSABLE);
  if (wanted) wanted.focus();
  if (!pane.contains(document.activeElement)) pane.focus();
}
