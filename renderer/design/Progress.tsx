/** Long work as a thin line with its count: no spinner, nothing that turns. */
import { ProgressBar } from 'react-aria-components';

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** A line of progress; the count in words stands beside it, written by the caller. */
export function Progress({ label, done, total }: ProgressProps) {
  return (
    <ProgressBar aria-label={label} value={done} maxValue={Math.max(total, 1)}>
      {({ percentage }) => (
        <div className="progress-track">
          <div className="progress-done" style={{ width: `${percentage ?? 0}%` }} />
        </div>
      )}
    </ProgressBar>
  );
}
