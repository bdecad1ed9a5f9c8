import { describe, expect, it } from 'vitest';
import { openSides } from './open-sides.ts';

describe('the sides of the window', () => {
  const both = { leftRail: true, rightPanel: true };

  it('are as the reader wants them where there is room', () => {
    expect(openSides(both, false, 'leftRail')).toEqual(both);
    expect(openSides({ leftRail: false, rightPanel: true }, false, 'leftRail').leftRail).toBe(
      false,
    );
  });

  it('are one at a time in a narrow window: the one asked for last', () => {
    expect(openSides(both, true, 'leftRail')).toEqual({ leftRail: true, rightPanel: false });
    expect(openSides(both, true, 'rightPanel')).toEqual({ leftRail: false, rightPanel: true });
  });
});
