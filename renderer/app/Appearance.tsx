/** The button of everything that changes how text looks; what it opens is loaded when first asked for. */
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useText } from '../i18n/index.ts';

const AppearancePanel = lazy(() =>
  import('./AppearancePanel.tsx').then((part) => ({ default: part.AppearancePanel })),
);

/** @param children the button. */
export function Appearance({ children }: { readonly children: ReactNode }) {
  const t = useText('app');
  return (
    <DialogTrigger>
      {children}
      <Popover className="popover">
        <Dialog className="appearance" aria-label={t('theme.label')}>
          <Suspense>
            <AppearancePanel />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
