/** A part of the window that fails shows one sentence instead; the rest goes on. */
import type { ReactNode } from 'react';
import { Component } from 'react';
import { Button } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { useText } from '../i18n/index.ts';
import { show } from './view.ts';

interface BoundaryProps {
  /** Another key: a fresh try. */
  readonly place: string;
  readonly children: ReactNode;
}

export class Boundary extends Component<BoundaryProps, { readonly broken: string | null }> {
  override state: { readonly broken: string | null } = { broken: null };

  static getDerivedStateFromError() {
    return { broken: 'now' };
  }

  override componentDidUpdate({ place }: BoundaryProps) {
    if (place !== this.props.place && this.state.broken !== null) this.setState({ broken: null });
  }

  override render() {
    return this.state.broken === null ? this.props.children : <Broken />;
  }
}

function Broken() {
  const t = useText('app');
  return (
    <EmptyState
      title={t('broken.title')}
      acts={<Button onPress={() => show({ name: 'library' })}>{t('broken.act')}</Button>}
    >
      <p>{t('broken.text')}</p>
    </EmptyState>
  );
}
