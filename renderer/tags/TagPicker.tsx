/**
 * Putting tags on a passage, a note or a document: type a few letters, Enter puts the tag on or
 * takes it off; a name that is not there can be created on the spot.
 */
import { Check, Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { TagView } from '../../electron/contract/views.ts';
import { interfaceLanguage, usePreferenceState } from '../app/preferences.ts';
import { useArchive } from '../data/archive.ts';
import { useFormats } from '../i18n/format.ts';
import { useText } from '../i18n/index.ts';
import { suggestTags } from './suggest.ts';
import { sizeOf } from './tag-target.ts';
import type { TagTarget } from './tag-target.ts';
import { useTagging } from './use-tagging.ts';
import './tags.css';

interface TagPickerProps {
  readonly target: TagTarget;
  /** The element it stands beside. */
  readonly beside: Element;
  readonly onClose: () => void;
}

export function TagPicker({ target, beside, onClose }: TagPickerProps) {
  const t = useText('tags');
  const coding = useText('coding');
  const format = useFormats();
  const anchor = useRef(beside);
  const count = target.type === 'many' ? sizeOf(target) : 1;
  const label =
    target.type === 'many'
      ? coding('many.title', { count, shown: format.number(count) })
      : t(`picker.${target.type}`);
  return (
    <Popover
      className="popover tag-picker"
      triggerRef={anchor}
      isOpen
      placement="bottom start"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog className="tag-picker-dialog" aria-label={label}>
        {target.type === 'many' && <p className="tag-many">{label}</p>}
        <Choices target={target} onClose={onClose} />
      </Dialog>
    </Popover>
  );
}

function Choices({ target, onClose }: Omit<TagPickerProps, 'beside'>) {
  const t = useText('tags');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const language = usePreferenceState(interfaceLanguage);
  const { data: tags = [] } = useArchive('tags.list', {});
  const { applied, some, toggle, create } = useTagging(target);
  const coding = useText('coding');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // The order stays while the picker is open: a tag that is put on must not jump away.
  const [first] = useState(applied);
  const suggestions = suggestTags(tags, typed, first, language);
  const count = suggestions.found.length + (suggestions.create === null ? 0 : 1);
  const chosen = Math.min(at, count - 1);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const run = (index: number): void => {
    const found = suggestions.found[index];
    if (found !== undefined) toggle(found.tag);
    else if (suggestions.create !== null) create(suggestions.create);
    setTyped('');
    setAt(0);
    field.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(count, 1));
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + count) % Math.max(count, 1));
    else if (event.key === 'Enter' && typed.trim() === '' && event.ctrlKey) onClose();
    else if (event.key === 'Enter') run(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        className="input"
        role="combobox"
        aria-label={t('picker.label')}
        placeholder={t('picker.placeholder')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen < 0 ? undefined : `${id}-${chosen}`}
        aria-autocomplete="list"
        spellCheck={false}
        value={typed}
        onChange={({ target: { value } }) => {
          setTyped(value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <ul
        id={`${id}-list`}
        ref={list}
        role="listbox"
        aria-label={t('picker.list')}
        className="tag-choices"
      >
        {suggestions.found.map(({ tag, path }, index) => (
          <li
            key={tag.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            aria-checked={applied.has(tag.id)}
            className="menu-item"
            data-focused={index === chosen ? '' : undefined}
            onClick={() => run(index)}
            onPointerMove={() => setAt(index)}
          >
            <Check
              className="tag-check"
              aria-hidden="true"
              data-on={applied.has(tag.id) ? '' : undefined}
            />
            <Words tag={tag} path={path} />
            {applied.has(tag.id) && <span className="unseen">{t('picker.applied')}</span>}
            {some.has(tag.id) && <span className="tag-above">{coding('many.some')}</span>}
          </li>
        ))}
        {suggestions.create !== null && (
          <li
            id={`${id}-${suggestions.found.length}`}
            role="option"
            aria-selected={chosen === suggestions.found.length}
            className="menu-item"
            data-focused={chosen === suggestions.found.length ? '' : undefined}
            onClick={() => run(suggestions.found.length)}
            onPointerMove={() => setAt(suggestions.found.length)}
          >
            <Plus className="tag-check" data-on="" aria-hidden="true" />
            {t('picker.create', { name: suggestions.create })}
          </li>
        )}
      </ul>
      {tags.length === 0 && suggestions.create === null && (
        <p className="tag-hint">{t('picker.none')}</p>
      )}
    </>
  );
}

/** The tag's name, and under it the names above it in a lighter ink. */
function Words({ tag, path }: { readonly tag: TagView; readonly path: readonly string[] }) {
  const above = path.slice(0, -1);
  return (
    <span className="tag-path" data-colour={tag.colour}>
      <span className="tag-dot" />
      <span className="tag-choice">
        {path.at(-1)}
        {above.length > 0 && <span className="tag-above">{above.join(' › ')}</span>}
      </span>
    </span>
  );
}
