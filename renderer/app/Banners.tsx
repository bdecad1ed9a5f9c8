/** Lasting states of the library, one sentence each: read only, or not answering. */
import { useEffect, useState } from 'react';
import { onEvent } from '../client.ts';
import { useArchive } from '../data/archive.ts';
import { Banner } from '../design/EmptyState.tsx';
import { useText } from '../i18n/index.ts';

export function Banners() {
  const t = useText('app');
  const faults = useText('faults');
  const { data: info } = useArchive('library.info', {});
  const [gone, setGone] = useState(false);
  useEffect(
    () =>
      onEvent(({ event }) => {
        if (event === 'closed') setGone(true);
        else if (event === 'connected') setGone(false);
      }),
    [],
  );
  return (
    <>
      {gone && <Banner grave>{t('disconnected')}</Banner>}
      {info?.readOnly != null && (
        <Banner grave={info.readOnly === 'library-damaged'}>{faults(info.readOnly)}</Banner>
      )}
      {info?.journalPending === true && <Banner>{faults('journal-pending')}</Banner>}
    </>
  );
}
