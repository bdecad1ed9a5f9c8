/**
 * Scrolls to a place whose height above it isn't known yet: rows get their true height only once
 * they come near the view, and fonts may arrive late. Put again until nothing moves any more.
 */

/** Frames in a row without movement that count as settled, and how many are tried at most. */
const STILL = 3;
const FRAMES = 30;

/** The last asking for each scroller: an earlier one gives way. */
const asked = new WeakMap<HTMLElement, symbol>();

/** @param put scrolls to the place and answers by how many CSS pixels it moved. */
export function settle(scroller: HTMLElement, put: () => number): void {
  let frames = 0;
  let still = 0;
  const mine = Symbol('asking');
  asked.set(scroller, mine);
  // Whoever scrolls meanwhile decides.
  const stop = (): void => {
    asked.delete(scroller);
  };
  for (const event of ['wheel', 'pointerdown', 'keydown']) {
    scroller.addEventListener(event, stop, { once: true, passive: true });
  }
  const again = (): void => {
    if (asked.get(scroller) !== mine || !scroller.isConnected) return;
    still = Math.abs(put()) < 1 ? still + 1 : 0;
    frames += 1;
    if (still < STILL && frames < FRAMES) requestAnimationFrame(again);
  };
  again();
  void document.fonts.ready.then(() => {
    frames = 0;
    still = 0;
    again();
  });
}
