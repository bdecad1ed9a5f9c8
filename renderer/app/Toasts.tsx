/** Where notices are shown, and read out. */
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { ageOf, dismiss, useToasts } from '../design/toast.ts';
import type { Toast } from '../design/toast.ts';
import { useText } from '../i18n/index.ts';

/** The region of notices; one for the window. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  const t = useText('app');
  return (
    <div
      className="toasts"
      data-react-aria-top-layer="true"
      role="region"
      aria-label={t('notices')}
      aria-live="polite"
    >
      {toasts.map((toast) => (
        <Notice key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function Notice({ toast }: { readonly toast: Toast }) {
  const t = useText('app');
  const faults = useText('faults');
  const [held, setHeld] = useState(false);
  const age = ageOf(toast);
  useEffect(() => {
    if (age === null || held) return;
    const timer = setTimeout(() => dismiss(toast.id), age);
    return () => clearTimeout(timer);
  }, [age, held, toast.id]);
  const hold = { onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false) };
  const { act, fault } = toast;
  return (
    <div className={`toast ${fault ? 'grave' : ''}`} {...hold}>
      <p title={fault?.detail}>{fault === null ? toast.text : faults(fault.code)}</p>
      {act !== null && (
        <Button
          onPress={() => {
            act.run();
            dismiss(toast.id);
          }}
        >
          {act.label}
        </Button>
      )}
      <IconButton label={t('close')} onPress={() => dismiss(toast.id)}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  );
}
