/** Empty places: what belongs there, and the act that fills them. */
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Buttons that fill the place. */
  readonly acts?: ReactNode;
}

export function EmptyState({ title, children, acts }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
      {acts !== undefined && <div className="empty-acts">{acts}</div>}
    </div>
  );
}

interface BannerProps {
  readonly grave?: boolean;
  readonly children: ReactNode;
  readonly acts?: ReactNode;
}

/** One sentence across a region: a state of things that lasts. */
export function Banner({ grave = false, children, acts }: BannerProps) {
  return (
    <div className={`banner ${grave ? 'grave' : ''}`} role="status">
      <p>{children}</p>
      {acts}
    </div>
  );
}
