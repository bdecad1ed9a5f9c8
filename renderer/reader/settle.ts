/**
 * Scrolls to a place whose height above it isn't known yet: rows get their true height only once
 * they come near the view, and fonts may arrive late. Put again until nothing moves any more.
 */

/** Frames in a row without movement that count as settled, and how many are tried at most. */
const STILL = 3;
const FRAMES = 30;

/** Milliseconds during which a change of size (a panel that opens late) puts the place again. */
const WATCHED = 2_000;

/** What a person does that ends the putting. */
const ACTS = ['wheel', 'pointerdown', 'keydown'];

/** The last asking for each scroller: an earlier one gives way. */
const asked = new WeakMap<HTMLElement, symbol>();

/** Ends the putting: something else moves the scroller from now on. */
export function release(scroller: HTMLElement): void {
  asked.delete(scroller);
}

/** @param put scrolls to the place and answers by how many CSS pixels it moved. */
export function settle(scroller: HTMLElement, put: () => number): void {
  let frames = 0;
  let still = 0;
  let running = false;
  const mine = Symbol('asking');
  asked.set(scroller, mine);
  const again = (): void => {
    running = false;
    if (asked.get(scroller) !== mine || !scroller.isConnected) return stop();
    still = Math.abs(put()) < 1 ? still + 1 : 0;
    frames += 1;
    if (still >= STILL || frames >= FRAMES) return;
    running = true;
    requestAnimationFrame(again);
  };
  const afresh = (): void => {
    frames = 0;
    still = 0;
    if (!running) again();
  };
  const sizes = new ResizeObserver(afresh);
  const limit = setTimeout(() => sizes.disconnect(), WATCHED);
  // Whoever scrolls meanwhile decides.
  function stop(): void {
    if (asked.get(scroller) === mine) asked.delete(scroller);
    sizes.disconnect();
    clearTimeout(limit);
    for (const event of ACTS) scroller.removeEventListener(event, stop);
  }
  for (const event of ACTS) scroller.addEventListener(event, stop, { once: true, passive: true });
  again();
  sizes.observe(scroller);
  if (scroller.firstElementChild !== null) sizes.observe(scroller.firstElementChild);
  void document.fonts.ready.then(afresh);
}
