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
   * similarity is involved: a place fits or it does not. Where no place fits so, the context may begin and end within words,
   * as one of a certain length does, if the words themselves do not.
   *
   * @returns spans in UTF-16 code units
   */
  find(selector: Selector): Span[] {
    if ('from' in selector) return this.#findRange(selector.from, selector.to);
    const { prefix, exact, suffix } = selector;
    const inContext = this.#places(prefix + exact + suffix).map(({ start, end }) => ({
      context: { start, end },
      words: { start: start + prefix.length, end: end - suffix.length },
    }));
    const whole = inContext.filter(({ context }) => isWholeWords(this.#folded, context));
    const fitting = whole.length > 0 ? whole : inContext.filter(({ words }) => isWholeWords(this.#folded, words));
    return fitting.map(({ words }) => words);
  }

  #findRange(from: string, to: string): Span[] {
    const ends = this.#occurrences(to);
    return this.#occurrences(from).flatMap(({ start, end: fromEnd }) => {
      const last = ends.find((occurrence) => occurrence.start >= fromEnd);
      return last ? [{ start, end: last.end }] : [];
    });
  }

  #occurrences(words: string): Span[] {
    return this.#places(words).filter((span) => isWholeWords(this.#folded, span));
  }

  /** Every place of some words, within others too. */
  #places(words: string): Span[] {
    const sought = foldTypography(words);
    const found: Span[] = [];
    if (sought === '') return found;
    for (let at = this.#folded.indexOf(sought); at !== -1; at = this.#folded.indexOf(sought, at + 1)) {
      found.push({ start: at, end: at + sought.length });
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
export function isWholeWords(text: string, { start, end }: Span): boolean {
  return !cutsWord(text, start) && !cutsWord(text, end);
}

function cutsWord(text: string, at: number): boolean {
  return WORD_CHARACTER.test(text[at - 1] ?? '') && WORD_CHARACTER.test(text[at] ?? '');
}
