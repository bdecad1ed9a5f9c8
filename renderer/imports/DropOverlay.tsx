/** Files dropped anywhere on the window are imported; while they hover, a quiet sheet says so. */
import { useEffect, useState } from 'react';
import { attempt } from '../app/acts.ts';
import { drop } from '../client.ts';
import { useArchive } from '../data/archive.ts';
import { useText } from '../i18n/index.ts';

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

export function DropOverlay() {
  const t = useText('imports');
  const { data: info } = useArchive('library.info', {});
  const writable = info?.readOnly === null;
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Also when nothing can be imported: a dropped file must never replace the page.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = writable ? 'copy' : 'none';
      setHovering(writable);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const dropped = (event: DragEvent) => {
      setHovering(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (writable && files.length > 0) attempt(() => drop(files));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', dropped);
    };
  }, [writable]);
  if (!hovering) return null;
  return (
    <div className="drop-sheet" aria-hidden="true">
      <div>
        <p className="drop-title">{t('drop.title')}</p>
        <p>{t('drop.text')}</p>
      </div>
    </div>
  );
}
