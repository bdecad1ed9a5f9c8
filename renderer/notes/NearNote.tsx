/**
 * A note of a long list: its mere words until it comes near what is in sight, or under a key, and its
 * whole card from then on. Thousands of cards with their menus would keep a text from opening.
 */
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Choose, NoteCard } from './NoteCard.tsx';
import type { NoteCardProps } from './NoteCard.tsx';

interface NearNoteProps extends NoteCardProps {
  /** True: among the first, which are in sight when the list opens. */
  readonly first: boolean;
}

/** How far below and above what is in sight a card is made ready. */
const AHEAD = '600px 0px';

export const NearNote = memo(function NearNote({ first, ...card }: NearNoteProps) {
  const { note, isActive, isEditing } = card;
  const [near, setNear] = useState<'no' | 'seen' | 'focused'>(first ? 'seen' : 'no');
  const place = useRef<HTMLLIElement>(null);
  const whole = near !== 'no' || isActive || isEditing;
  useEffect(() => {
    const item = place.current;
    return whole || item === null ? undefined : whenNear(item, () => setNear('seen'));
  }, [whole]);
  useLayoutEffect(() => {
    // The card takes the place of the words that had the focus.
    if (near === 'focused') {
      document.querySelector<HTMLElement>(`[data-note="${CSS.escape(note.id)}"]`)?.focus();
    }
  }, [near, note.id]);
  if (whole) return <NoteCard {...card} />;
  return (
    <li
      ref={place}
      className="note"
      data-note={note.id}
      data-colour={note.colour ?? undefined}
      tabIndex={0}
      onFocus={({ target, currentTarget }) => {
        if (target === currentTarget) setNear('focused');
      }}
    >
      {card.isChosen !== null && (
        <Choose id={note.id} isChosen={card.isChosen} onChoose={card.onChoose} />
      )}
      <blockquote className="quote">
        {note.targets.map(({ exact }) => exact).join(' […] ')}
      </blockquote>
      {note.body !== '' && <div className="note-body">{note.body}</div>}
    </li>
  );
});

const observers = new WeakMap<Element, IntersectionObserver>();
const waiting = new WeakMap<Element, () => void>();

/** Calls once when the element comes near what its scroller shows; the returned function ends it. */
function whenNear(element: Element, act: () => void): () => void {
  const root = scrollerOf(element);
  const observer = observers.get(root) ?? observerOf(root);
  waiting.set(element, act);
  observer.observe(element);
  return () => observer.unobserve(element);
}

function observerOf(root: Element): IntersectionObserver {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) waiting.get(target)?.();
      }
    },
    { root, rootMargin: AHEAD },
  );
  observers.set(root, observer);
  return observer;
}

/** What scrolls the children of an element, once found. */
const scrollers = new WeakMap<Element, Element>();

/** The nearest ancestor that scrolls. Asking each of thousands for its style would cost more than drawing them. */
function scrollerOf({ parentElement: parent }: Element): Element {
  if (parent === null) return document.documentElement;
  const known = scrollers.get(parent);
  if (known !== undefined) return known;
  const scrolls = /auto|scroll/.test(getComputedStyle(parent).overflowY);
  const found = scrolls ? parent : scrollerOf(parent);
  scrollers.set(parent, found);
  return found;
}
