/** A follow-up open for writing: where it stands, when it is due, what was checked and what was found. */
import { FOLLOW_UP_STATUSES } from '../../electron/core/annotation.ts';
import type { AnnotationView } from '../../electron/contract/views.ts';
import { useCommand } from '../data/archive.ts';
import { DayField } from '../design/DayField.tsx';
import { Select } from '../design/Select.tsx';
import { useText } from '../i18n/index.ts';
import { Area } from './Area.tsx';
import { EditorFoot } from './Editor.tsx';
import { useWriting } from './use-writing.ts';

interface FollowUpEditorProps {
  readonly note: AnnotationView;
  readonly onLeave: () => void;
}

export function FollowUpEditor({ note, onLeave }: FollowUpEditorProps) {
  const t = useText('notes');
  const { mutate: change, mutateAsync: edit } = useCommand('annotations.edit');
  const { id } = note;
  const checked = useWriting(note.body, async (body, visit) => {
    await edit({ id, fields: { body }, visit });
  });
  const { visit } = checked;
  const found = useWriting(
    note.found ?? '',
    async (words) => {
      await edit({ id, fields: { found: words }, visit });
    },
    visit,
  );
  const leave = (): void =>
    void Promise.all([checked.settle(), found.settle()]).then(() => onLeave());
  const states = [checked.state, found.state] as const;
  const state =
    (['failed', 'saving', 'waiting'] as const).find((one) => states.includes(one)) ?? 'saved';
  const parts = [
    { name: 'checked', writing: checked },
    { name: 'found', writing: found },
  ] as const;
  return (
    <div className="editor follow-up-editor">
      <div className="follow-up-facts">
        <Select
          label={t('followUp.status')}
          value={note.status ?? 'open'}
          choices={FOLLOW_UP_STATUSES.map((one) => ({
            id: one,
            label: t(`followUp.statuses.${one}`),
          }))}
          onChange={(status) => change({ id, fields: { status }, visit })}
        />
        <DayField
          label={t('followUp.due')}
          value={note.due ?? ''}
          onChange={(due) => change({ id, fields: { due }, visit })}
        />
      </div>
      {parts.map(({ name, writing }) => (
        <div className="field" key={name}>
          <span className="field-label" aria-hidden="true">
            {t(`followUp.${name}`)}
          </span>
          <Area
            writing={writing}
            label={t(`followUp.${name}`)}
            takesFocus={name === 'checked'}
            onLeave={leave}
          />
        </div>
      ))}
      <EditorFoot state={state} onLeave={leave} />
    </div>
  );
}
