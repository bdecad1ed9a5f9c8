/** The one line above the pages: page and number of pages, size, turning, and what else one can do. */
import {
  ChevronLeft,
  ChevronRight,
  Ellipsis,
  Maximize,
  MoveHorizontal,
  RotateCw,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { useState } from 'react';
import type { Ref } from 'react';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { keysOf } from '../app/shortcuts.ts';
import { IconButton } from '../design/Button.tsx';
import { MenuButton } from '../design/Menu.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import type { PageView, ViewState } from './viewer.ts';
import { nextZoom, typedPage } from './zoom.ts';

interface OriginalBarProps {
  readonly view: PageView | null;
  /** Null while the original is being opened. */
  readonly state: ViewState | null;
  readonly pageField: Ref<HTMLInputElement>;
  /** Null where there is no text beside to move with. */
  readonly inStep: boolean | null;
  readonly onInStep: (inStep: boolean) => void;
  readonly onOutside: () => void;
  readonly onClose: () => void;
}

export function OriginalBar(props: OriginalBarProps) {
  const { view, state, inStep } = props;
  const t = useText('reader');
  const format = useFormats();
  const language = usePreferenceState(interfaceLanguage);
  const page = state?.page ?? 1;
  const pages = state?.pages ?? 1;
  return (
    <div className="original-bar" role="toolbar" aria-label={t('original.bar')}>
      <IconButton
        label={t('original.previous')}
        keys={keysOf('previousPage', language)}
        isDisabled={state === null || page <= 1}
        onPress={() => view?.goTo(page - 1)}
      >
        <ChevronLeft aria-hidden="true" />
      </IconButton>
      <PageField key={page} page={page} pages={pages} field={props.pageField} view={view} />
      <IconButton
        label={t('original.next')}
        keys={keysOf('nextPage', language)}
        isDisabled={state === null || page >= pages}
        onPress={() => view?.goTo(page + 1)}
      >
        <ChevronRight aria-hidden="true" />
      </IconButton>
      <span className="gap" />
      <IconButton
        label={t('original.zoomOut')}
        keys={keysOf('pageSmaller', language)}
        onPress={() => view?.zoom(nextZoom(state?.factor ?? 1, -1))}
      >
        <ZoomOut aria-hidden="true" />
      </IconButton>
      <span className="original-zoom tabular">
        {state !== null &&
          t('original.zoom', { percent: format.number(Math.round(state.factor * 100)) })}
      </span>
      <IconButton
        label={t('original.zoomIn')}
        keys={keysOf('pageLarger', language)}
        onPress={() => view?.zoom(nextZoom(state?.factor ?? 1, 1))}
      >
        <ZoomIn aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('original.fit')}
        keys={keysOf('fitWidth', language)}
        aria-pressed={state?.zoom === 'page-width'}
        onPress={() => view?.zoom('page-width')}
      >
        <MoveHorizontal aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('original.fitPage')}
        keys={keysOf('fitPage', language)}
        aria-pressed={state?.zoom === 'page-fit'}
        className="wide-only"
        onPress={() => view?.zoom('page-fit')}
      >
        <Maximize aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('original.rotate')}
        keys={keysOf('rotate', language)}
        className="wide-only"
        onPress={() => view?.rotate(90)}
      >
        <RotateCw aria-hidden="true" />
      </IconButton>
      <MenuButton
        label={t('original.more')}
        acts={[
          {
            id: 'fitPage',
            label: t('original.fitPage'),
            keys: keysOf('fitPage', language),
            act: () => view?.zoom('page-fit'),
          },
          { id: 'actual', label: t('original.actual'), act: () => view?.zoom(1) },
          {
            id: 'right',
            label: t('original.rotate'),
            keys: keysOf('rotate', language),
            apart: true,
            act: () => view?.rotate(90),
          },
          { id: 'left', label: t('original.rotateLeft'), act: () => view?.rotate(-90) },
          ...(inStep === null
            ? []
            : [
                {
                  id: 'inStep',
                  label: t(inStep ? 'original.apart' : 'original.inStep'),
                  apart: true,
                  act: () => props.onInStep(!inStep),
                },
              ]),
          { id: 'outside', label: t('original.outside'), apart: true, act: props.onOutside },
          { id: 'close', label: t('original.close'), act: props.onClose },
        ]}
      >
        <IconButton label={t('original.more')}>
          <Ellipsis aria-hidden="true" />
        </IconButton>
      </MenuButton>
    </div>
  );
}

interface PageFieldProps {
  readonly page: number;
  readonly pages: number;
  readonly field: Ref<HTMLInputElement>;
  readonly view: PageView | null;
}

/** « Page [3] sur 12 »: another number and Enter goes there; Escape takes it back. */
function PageField({ page, pages, field, view }: PageFieldProps) {
  const t = useText('reader');
  const format = useFormats();
  const [typed, setTyped] = useState(String(page));
  const go = (): void => {
    const wanted = typedPage(typed, pages);
    setTyped(String(wanted ?? page));
    if (wanted !== null) view?.goTo(wanted);
  };
  return (
    <label className="original-number">
      <span className="wide-only">{t('original.field')}</span>
      <input
        ref={field}
        className="input tabular"
        inputMode="numeric"
        aria-label={t('original.fieldName', { pages: format.number(pages) })}
        value={typed}
        disabled={view === null}
        size={Math.max(2, String(pages).length)}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => setTyped(String(page))}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setTyped(String(page));
          else if (event.key !== 'Enter') return;
          else go();
          event.preventDefault();
          if (event.key === 'Enter') view?.container.focus();
        }}
      />
      <span className="tabular">{t('original.of', { pages: format.number(pages) })}</span>
    </label>
  );
}
