/** The digit keys 1 to 5 as keys, whatever the keyboard prints on them: AZERTY needs no Shift. */
import { useEffect, useEffectEvent } from 'react';

/** @param act answers false when it did nothing: the key goes on. */
export function useDigits(act: (digit: number, event: KeyboardEvent) => boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(event.code)?.[1];
    if (digit !== undefined && act(Number(digit), event)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
