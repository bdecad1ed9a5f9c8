/** Tooltips: the words of an icon, and the keys that do the same. */
import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';

interface HintProps {
  readonly text: string;
  readonly keys?: string | undefined;
  readonly children: ReactNode;
}

/** Gives the focusable element inside it a tooltip. */
export function Hint({ text, keys, children }: HintProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {text}
        {keys !== undefined && keys !== '' && (
          <>
            {' '}
            <kbd>{keys}</kbd>
          </>
        )}
      </Tooltip>
    </TooltipTrigger>
  );
}
