/**
 * The parsed page as flat events, so that a page nested ten thousand levels deep costs no stack.
 * It knows parse5's tree; nobody else does.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What a walk through the page meets. */
export type Event =
  | { readonly type: 'open' | 'close'; readonly element: Element }
  | { readonly type: 'text'; readonly text: string };

/** Parses a whole page; broken markup is mended as browsers do. */
export function parsePage(source: string): readonly Node[] {
  return parse(source).childNodes;
}

/** Walks the page in document order; `enter` says whether to go into an element at all. */
export function* eventsOf(
  roots: readonly Node[],
  enter: (element: Element) => boolean,
): Generator<Event> {
  const stack: (Node | { leave: Element })[] = [...roots].reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ('leave' in next) {
      yield { type: 'close', element: next.leave };
    } else if ('value' in next) {
      yield { type: 'text', text: next.value };
    } else if ('tagName' in next && enter(next)) {
      yield { type: 'open', element: next };
      stack.push({ leave: next });
      for (let at = next.childNodes.length - 1; at >= 0; at -= 1) {
        const child = next.childNodes[at];
        if (child !== undefined) stack.push(child);
      }
    }
  }
}

/** Value of an attribute, or null. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** All text under an element, as written. */
export function textUnder(
  element: Element,
  enter: (element: Element) => boolean = () => true,
): string {
  let text = '';
  for (const event of eventsOf(element.childNodes, enter))
    if (event.type === 'text') text += event.text;
  return text;
}
