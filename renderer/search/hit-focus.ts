/** The way from the search box into the results and back: the list registers what the box can ask of it. */
interface HitList {
  readonly focus: (place: number) => void;
  readonly open: (place: number) => void;
}

let list: HitList | null = null;

/** Registers the list of results shown; the returned function takes it back. */
export function registerHits(shown: HitList): () => void {
  list = shown;
  return () => {
    if (list === shown) list = null;
  };
}

export function focusFirstHit(): void {
  list?.focus(0);
}

export function openFirstHit(): void {
  list?.open(0);
}

/** Back from the first result into the box. */
export function focusSearchBox(): void {
  document.getElementById('search-box')?.focus();
}
