import { isWholeWords, type SelectorIndex } from './find-selector.ts';
import type { TextQuoteSelector } from './selector.ts';
import { itemAt } from '../text/item-at.ts';
import { paragraphAt, paragraphs } from '../text/paragraphs.ts';
import type { Span } from '../text/span.ts';
import { foldTypography } from '../text/typography.ts';

/** Where words that were selected in a page stand in a text. Spans are UTF-16 code units, ascending. */
export interface PagePlaces {
  /** Where they stand as they were selected: one place, or several that nothing tells apart. */
  readonly fitting: readonly Span[];
  /** Where the words stand at all, whatever is around them. */
  readonly standing: readonly Span[];
}

/**
 * A text prepared for finding what was selected in a page that shows it. The words and their order count, character for character
 * once typography is folded. White space does not: a page breaks its lines, and joins its paragraphs, as its markup is written.
 */
export class PageSelectorIndex {
  readonly text: string;
  readonly #folded: string;
  readonly #paragraphs: readonly Span[];
  /** The text with each run of white space as one space, and where each of its units begins in the text. */
  readonly #squeezed: string;
  readonly #starts: readonly number[];

  constructor(private readonly exactly: SelectorIndex) {
    const { text } = exactly;
    this.text = text;
    this.#folded = foldTypography(text);
    this.#paragraphs = paragraphs(text);
    const starts: number[] = [];
    const parts: string[] = [];
    for (const { 0: run, index } of this.#folded.matchAll(/\s+|\S+/g)) {
      const isSpace = /^\s/.test(run);
      parts.push(isSpace ? ' ' : run);
      for (let at = 0; at < (isSpace ? 1 : run.length); at++) starts.push(index + at);
    }
    starts.push(text.length);
    this.#starts = starts;
    this.#squeezed = parts.join('');
  }

  /**
   * The places of a selector that was made in a page. The context must agree as far as the paragraph goes in which the words stand: what
   * is beyond it in a page may be anything. Of several such places those count with which most of it agrees.
   */
  find(selector: TextQuoteSelector): PagePlaces {
    const standing = this.#occurrences(selector.exact);
    const exactly = this.exactly.find(selector);
    if (exactly.length > 0) return { fitting: this.#whole(exactly), standing };
    const agreements = standing.map((span) => this.#agreement(span, selector));
    const best = agreements.reduce((most, one) => Math.max(most, one), 0);
    if (best === NONE) return { fitting: [], standing };
    // Where the whole context agrees, it also tells that the words were selected out of longer ones.
    return { fitting: this.#whole(standing.filter((_, index) => agreements[index] === best)), standing };
  }

  /** The words as they are where they stand so; else with other white space in them. */
  #occurrences(exact: string): Span[] {
    const asTheyAre = occurrences(this.#folded, foldTypography(exact));
    if (asTheyAre.length > 0) return asTheyAre;
    return occurrences(this.#squeezed, squeeze(exact)).map(({ start, end }) => ({
      start: itemAt(this.#starts, start),
      end: itemAt(this.#starts, end),
    }));
  }

  #whole(spans: readonly Span[]): Span[] {
    return spans.filter((span) => isWholeWords(this.text, span));
  }

  /** From where the paragraph of its first words begins to where that of its last ones ends. */
  #paragraphsOf({ start, end }: Span): Span {
    const first = itemAt(this.#paragraphs, paragraphAt(this.#paragraphs, start));
    const last = itemAt(this.#paragraphs, paragraphAt(this.#paragraphs, end - 1));
    return { start: Math.min(first.start, start), end: Math.max(last.end, end) };
  }

  /** How far the context agrees with what stands around a place. */
  #agreement(span: Span, { prefix, suffix }: TextQuoteSelector): number {
    const { text } = this;
    const own = this.#paragraphsOf(span);
    const [before, behind] = [bare(prefix), bare(suffix)];
    const from = span.start - reach(prefix);
    const to = span.end + reach(suffix);
    const hasBefore = bare(text.slice(Math.max(0, from), span.start)).endsWith(before);
    const hasBehind = bare(text.slice(span.end, to)).startsWith(behind);
    if (hasBefore && hasBehind) return BOTH_SIDES;
    const isBefore = hasBefore || before.endsWith(bare(text.slice(Math.max(own.start, from), span.start)));
    const isBehind = hasBehind || behind.startsWith(bare(text.slice(span.end, Math.min(own.end, to))));
    if (!isBefore || !isBehind) return NONE;
    return (hasBefore && before !== '') || (hasBehind && behind !== '') ? ONE_SIDE : WITHIN_PARAGRAPHS;
  }
}

/** How far a context agrees: as far as the paragraphs go in which the words stand; besides, all of it on one side; all of it. */
const [NONE, WITHIN_PARAGRAPHS, ONE_SIDE, BOTH_SIDES] = [0, 1, 2, 3] as const;

function occurrences(text: string, sought: string): Span[] {
  const found: Span[] = [];
  if (sought === '') return found;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    found.push({ start: at, end: at + sought.length });
  }
  return found;
}

/** How far around words their context is looked for, in UTF-16 code units: white space may make it longer. */
const reach = (context: string): number => 4 * context.length + 200;

const squeeze = (text: string): string => foldTypography(text).replace(/\s+/g, ' ');
const bare = (text: string): string => foldTypography(text).replace(/\s+/g, '');
