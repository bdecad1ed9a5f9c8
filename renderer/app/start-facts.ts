/** What the window's page was given to be drawn by: it stands in the page itself, so that nothing is waited for. */
import type { StartFacts } from '../../electron/contract/shell.ts';

/** @throws when the page was not made by the application. */
export function startFacts(): StartFacts {
  const facts = document.querySelector<HTMLMetaElement>('meta[name="start"]')?.content ?? '';
  return JSON.parse(facts) as StartFacts;
}
