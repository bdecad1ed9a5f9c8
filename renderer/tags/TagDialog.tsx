/** Making or changing one tag: its name, its colour, and what it lies under. */
import { useState } from 'react';
import { HIGHLIGHT_COLOURS } from '../../electron/core/annotation.ts';
import type { HighlightColour } from '../../electron/core/annotation.ts';
import type { TagView } from '../../electron/contract/views.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive, useCommand } from '../data/archive.ts';
import { Button } from '../design/Button.tsx';
import { Dialog, DialogActions } from '../design/Dialog.tsx';
import { TextField } from '../design/Field.tsx';
import { Select } from '../design/Select.tsx';
import { useText } from '../i18n/index.ts';
import { closeTagDialog, useTagDialog } from './tag-state.ts';
import { mayLieUnder, tagName, tagPath, tagsById } from './tag-tree.ts';

/** Stands for "at the top" in the list of parents. */
const TOP = 'top';

export function TagDialog() {
  const t = useText('tags');
  const open = useTagDialog((state) => state.open);
  const { data: tags = [] } = useArchive('tags.list', {});
  const tag = open?.type === 'edit' ? tags.find(({ id }) => id === open.id) : undefined;
  const isOpen = open !== null && (open.type === 'new' || tag !== undefined);
  return (
    <Dialog
      title={t(open?.type === 'edit' ? 'dialog.edit' : 'dialog.new')}
      isOpen={isOpen}
      onClose={closeTagDialog}
    >
      <TagForm
        tags={tags}
        tag={tag ?? null}
        parentId={tag === undefined ? (open?.type === 'new' ? open.parentId : null) : tag.parentId}
      />
    </Dialog>
  );
}

interface TagFormProps {
  readonly tags: readonly TagView[];
  /** Null: a new one. */
  readonly tag: TagView | null;
  readonly parentId: string | null;
}

function TagForm({ tags, tag, parentId }: TagFormProps) {
  const t = useText('tags');
  const words = useText('reader');
  const language = usePreferenceState(interfaceLanguage);
  const { mutate: create } = useCommand('tags.create');
  const { mutate: edit } = useCommand('tags.edit');
  const [name, setName] = useState(tag === null ? '' : tagName(tag, language));
  const [colour, setColour] = useState<HighlightColour>(
    tag?.colour ?? HIGHLIGHT_COLOURS[tags.length % HIGHLIGHT_COLOURS.length] ?? 'blue',
  );
  const [parent, setParent] = useState(parentId);
  const byId = tagsById(tags);
  const isOfScheme = tag !== null && tag.scheme !== '';
  const parents = tags.filter(
    ({ id }) => tag === null || id === tag.parentId || mayLieUnder(byId, tag.id, id),
  );

  const save = (): void => {
    const trimmed = name.trim();
    if (trimmed === '') return;
    if (tag === null) create({ name: trimmed, colour, parentId: parent });
    else {
      const fields = {
        ...(isOfScheme || trimmed === tag.name ? {} : { name: trimmed }),
        ...(colour === tag.colour ? {} : { colour }),
        ...(parent === tag.parentId ? {} : { parentId: parent }),
      };
      if (Object.keys(fields).length > 0) edit({ id: tag.id, fields });
    }
    closeTagDialog();
  };
  return (
    <form
      className="tag-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={t('dialog.name')}
        value={name}
        onChange={setName}
        autoFocus
        maxLength={500}
        isReadOnly={isOfScheme}
        hint={isOfScheme ? t('dialog.scheme') : undefined}
      />
      <div className="field">
        <span className="label" id="tag-colour">
          {t('dialog.colour')}
        </span>
        <div className="note-colours" role="group" aria-labelledby="tag-colour">
          {HIGHLIGHT_COLOURS.map((one) => (
            <button
              key={one}
              type="button"
              className="swatch"
              data-colour={one}
              aria-pressed={colour === one}
              aria-label={words(`colours.${one}`)}
              title={words(`colours.${one}`)}
              onClick={() => setColour(one)}
            />
          ))}
        </div>
      </div>
      {!isOfScheme && (
        <Select
          label={t('dialog.parent')}
          value={parent ?? TOP}
          choices={[
            { id: TOP, label: t('dialog.top') },
            ...parents.map(({ id }) => ({ id, label: tagPath(byId, id, language).join(' › ') })),
          ]}
          onChange={(id) => setParent(id === TOP ? null : id)}
        />
      )}
      <DialogActions>
        <Button onPress={closeTagDialog}>{t('dialog.cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={name.trim() === ''}>
          {t(tag === null ? 'dialog.create' : 'dialog.save')}
        </Button>
      </DialogActions>
    </form>
  );
}
