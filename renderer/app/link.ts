/**
 * Opening a `gmg://` link from wherever it comes: another program, the search box, the palette, a note.
 * It knows what is said when the link leads nowhere.
 */
import i18next from 'i18next';
import { parseLink } from '../../electron/core/reference-link.ts';
import { call, shell } from '../client.ts';
import { notify } from '../design/toast.ts';
import { attempt } from './acts.ts';
import { openDocument, show } from './view.ts';

/** Milliseconds after which one is told that the link waits for a library. */
const PATIENCE = 2_000;

/** True for words that are meant as a link, even a malformed one. */
export function isLink(words: string): boolean {
  return /^\s*gmg:/iu.test(words);
}

/** Opens what the link leads to, or says in a sentence why nothing is opened. */
export async function openLink(link: string): Promise<void> {
  const t = i18next.getFixedT(null, 'app');
  const parsed = parseLink(link);
  if (parsed === null) {
    notify(t('link.malformed', { link: link.trim() }));
    return;
  }
  const place = await call('documents.linked', parsed);
  if (place === null) notify(t('link.unknown'));
  else if (place.removed) {
    notify(t('link.removed', { title: place.title }), {
      label: t('link.bin'),
      run: () => show({ name: 'bin' }),
    });
  } else openDocument(place.documentId, { paragraphId: place.first, last: place.last });
}

/**
 * Takes the link the application was asked to open, if any, once there is a library to look in.
 * @param known true when a link is known to wait: the reader is told why nothing happens yet.
 */
export function takeLink(known: boolean): void {
  attempt(async () => {
    const tell = (): void => {
      if (known) notify(i18next.getFixedT(null, 'app')('link.waits'));
    };
    const waiting = setTimeout(tell, PATIENCE);
    // Without a library the question itself waits; the link stays where it is meanwhile.
    await call('library.info', {}).finally(() => clearTimeout(waiting));
    const link = await shell('shell.link', {});
    if (link !== null) await openLink(link);
  });
}
