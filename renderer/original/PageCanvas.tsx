/** One page of an original drawn on a canvas, sharp at the screen's own density. */
import { useEffect, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface PageCanvasProps {
  readonly pdf: PDFDocumentProxy;
  /** One-based. */
  readonly page: number;
  /** CSS pixels the page may take, or a factor of its own size. */
  readonly width: number;
  readonly zoom: number | 'fit';
  readonly hidden: boolean;
  readonly label: string;
  /** Tells the zoom that came out. */
  readonly onZoom: (zoom: number) => void;
}

/** CSS pixels in a PDF point. */
const UNIT = 96 / 72;
/** Canvas pixels beyond which an old laptop runs out of memory: 16 million. */
const PIXELS = 16_000_000;

export function PageCanvas({ pdf, page, width, zoom, hidden, label, onZoom }: PageCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);

  useEffect(() => {
    let left = false;
    let cancel = (): void => undefined;
    const draw = async (): Promise<void> => {
      const proxy = await pdf.getPage(page);
      const target = canvas.current;
      if (left || target === null) return;
      const natural = proxy.getViewport({ scale: UNIT });
      const factor = zoom === 'fit' ? width / natural.width : zoom;
      const size = proxy.getViewport({ scale: UNIT * factor });
      const density = Math.min(
        devicePixelRatio,
        Math.sqrt(PIXELS / Math.max(1, size.width * size.height)),
      );
      const viewport = proxy.getViewport({ scale: UNIT * factor * density });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      target.style.width = `${size.width}px`;
      target.style.height = `${size.height}px`;
      onZoom(factor);
      const task = proxy.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      await task.promise;
      if (!left) setDrawn(true);
    };
    // A cancelled drawing is no fault: another one has taken its place.
    draw().catch(() => undefined);
    return () => {
      left = true;
      cancel();
    };
  }, [onZoom, page, pdf, width, zoom]);

  return (
    <canvas
      ref={canvas}
      className="original-page"
      role="img"
      aria-label={label}
      aria-busy={!drawn}
      data-page={page}
      hidden={hidden}
    />
  );
}
