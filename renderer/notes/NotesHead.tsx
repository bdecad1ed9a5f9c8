/** The top of the panel: how many notes, what narrows them, and the acts on several chosen ones. */
import { ListChecks, ListFilter, Share } from 'lucide-react';
import { useState } from 'react';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { Button, IconButton } from '../design/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { Filters } from './Filters.tsx';
import type { NoteOrder } from './Filters.tsx';
import { activeParts } from './order.ts';
import type { NoteFilter } from './order.ts';

interface NotesHeadProps {
  readonly documentId: string;
  readonly title: string;
  readonly all: readonly AnnotationView[];
  /** Those the filter keeps, as listed. */
  readonly shown: readonly AnnotationView[];
  readonly filter: NoteFilter;
  readonly order: NoteOrder;
  /** Ids of the notes chosen, or null while none are being chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onFilter: (filter: NoteFilter) => void;
  readonly onOrder: (order: NoteOrder) => void;
  readonly onChosen: (chosen: ReadonlySet<string> | null) => void;
  readonly onExport: () => void;
}

export function NotesHead(props: NotesHeadProps) {
  const { all, shown, filter, order, chosen, onFilter, onOrder, onChosen, onExport } = props;
  const t = useText('notes');
  const exports = useText('exports');
  const format = useFormats();
  const [open, setOpen] = useState(false);
  const active = activeParts(filter);
  return (
    <header className="notes-head">
      <div className="notes-title">
        <h2>
          {t('title')}
          {all.length > 0 && <span className="count tabular">{format.number(all.length)}</span>}
        </h2>
        {all.length > 0 && (
          <div className="notes-acts">
            <Button variant="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
              <ListFilter aria-hidden="true" />
              {t('filter.open')}
              {active > 0 && (
                <>
                  {' '}
                  <span className="note-active tabular">{active}</span>
                  <span className="unseen"> {t('filter.criteria', { count: active })}</span>
                </>
              )}
            </Button>
            <IconButton
              label={t(chosen === null ? 'choose.begin' : 'choose.end')}
              aria-pressed={chosen !== null}
              onPress={() => onChosen(chosen === null ? new Set() : null)}
            >
              <ListChecks aria-hidden="true" />
            </IconButton>
            <IconButton label={exports('act')} onPress={onExport}>
              <Share aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </div>
      {open && all.length > 0 && (
        <Filters
          notes={all}
          kept={shown.length}
          filter={filter}
          order={order}
          onFilter={onFilter}
          onOrder={onOrder}
        />
      )}
      {chosen !== null && (
        <ChosenBar
          documentId={props.documentId}
          title={props.title}
          notes={shown}
          chosen={chosen}
          onChosen={onChosen}
        />
      )}
    </header>
  );
}
