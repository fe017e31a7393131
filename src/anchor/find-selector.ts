import type { Selector } from './selector.ts';
import { contains, type Span } from '../text/span.ts';
import { foldTypography } from '../text/typography.ts';

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;

/** A text prepared for finding selectors in it. */
export class SelectorIndex {
  readonly #folded: string;

  constructor(readonly text: string) {
    this.#folded = foldTypography(text);
  }

  /**
   * Every place that a selector fits, ascending.
   *
   * The words match as whole words, and character for character once typography is folded (see `foldTypography`). No
   * similarity is involved: a place fits or it does not.
   *
   * @returns spans in UTF-16 code units
   */
  find(selector: Selector): Span[] {
    if ('from' in selector) return this.#findRange(selector.from, selector.to);
    const before = selector.prefix.length;
    return this.#occurrences(selector.prefix + selector.exact + selector.suffix).map(({ start }) => ({
      start: start + before,
      end: start + before + selector.exact.length,
    }));
  }

  #findRange(from: string, to: string): Span[] {
    const ends = this.#occurrences(to);
    return this.#occurrences(from).flatMap(({ start, end: fromEnd }) => {
      const last = ends.find((occurrence) => occurrence.start >= fromEnd);
      return last ? [{ start, end: last.end }] : [];
    });
  }

  #occurrences(words: string): Span[] {
    const sought = foldTypography(words);
    const found: Span[] = [];
    if (sought === '') return found;
    for (let at = this.#folded.indexOf(sought); at !== -1; at = this.#folded.indexOf(sought, at + 1)) {
      const span = { start: at, end: at + sought.length };
      if (isWholeWords(this.#folded, span)) found.push(span);
    }
    return found;
  }
}

/**
 * The narrowest of several scopes that holds any of the places decides; in it the places that remain are returned.
 *
 * @param scopes from narrow to wide; the whole text is understood as the last one
 */
export function narrowest(places: readonly Span[], scopes: readonly (readonly Span[])[]): readonly Span[] {
  for (const scope of scopes) {
    const inside = places.filter((place) => scope.some((span) => contains(span, place)));
    if (inside.length > 0) return inside;
  }
  return places;
}

/** Whether neither edge of the span cuts a word in two. */
function isWholeWords(text: string, { start, end }: Span): boolean {
  return !cutsWord(text, start) && !cutsWord(text, end);
}

function cutsWord(text: string, at: number): boolean {
  return WORD_CHARACTER.test(text[at - 1] ?? '') && WORD_CHARACTER.test(text[at] ?? '');
}
