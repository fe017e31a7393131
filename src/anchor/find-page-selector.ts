import { isWholeWords, type SelectorIndex } from './find-selector.ts';
import type { TextQuoteSelector } from './selector.ts';
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
  readonly #paragraphs: readonly Span[];
  /** The text with each run of white space as one space, and where each of its units begins in the text. */
  readonly #squeezed: string;
  readonly #starts: readonly number[];

  constructor(private readonly exactly: SelectorIndex) {
    const { text } = exactly;
    this.text = text;
    this.#paragraphs = paragraphs(text);
    const starts: number[] = [];
    const parts: string[] = [];
    for (const { 0: run, index } of foldTypography(text).matchAll(/\s+|\S+/g)) {
      const isSpace = /^\s/.test(run);
      parts.push(isSpace ? ' ' : run);
      for (let at = 0; at < (isSpace ? 1 : run.length); at++) starts.push(index + at);
    }
    starts.push(text.length);
    this.#starts = starts;
    this.#squeezed = parts.join('');
  }

  /**
   * The places of a selector that was made in a page. Where the text has the words with all of their context, that decides. Else the
   * context counts as far as the paragraph goes in which the words stand: what is beyond it in a page may be anything.
   */
  find(selector: TextQuoteSelector): PagePlaces {
    const exactly = this.exactly.find(selector);
    if (exactly.length > 0) return { fitting: exactly, standing: exactly };
    const standing = this.#occurrences(selector.exact);
    const edges = [() => ({ start: 0, end: this.text.length }), (span: Span) => this.#paragraphsOf(span)];
    for (const edgesOf of edges) {
      const fitting = standing.filter((span) => this.#isInContext(span, selector, edgesOf(span)));
      // Where the whole context fits, it also tells that the words were selected out of longer ones.
      if (fitting.length > 0) return { fitting: fitting.filter((span) => isWholeWords(this.text, span)), standing };
    }
    return { fitting: [], standing };
  }

  #occurrences(exact: string): Span[] {
    const sought = squeeze(exact);
    const found: Span[] = [];
    for (let at = this.#squeezed.indexOf(sought); at !== -1; at = this.#squeezed.indexOf(sought, at + 1)) {
      found.push({ start: this.#starts[at] ?? 0, end: this.#starts[at + sought.length] ?? this.text.length });
    }
    return found;
  }

  /** From where the paragraph of its first words begins to where that of its last ones ends. */
  #paragraphsOf({ start, end }: Span): Span {
    const first = this.#paragraphs[paragraphAt(this.#paragraphs, start)];
    const last = this.#paragraphs[paragraphAt(this.#paragraphs, end - 1)];
    return { start: Math.min(first?.start ?? 0, start), end: Math.max(last?.end ?? end, end) };
  }

  #isInContext(span: Span, { prefix, suffix }: TextQuoteSelector, edges: Span): boolean {
    const [before, behind] = [bare(prefix), bare(suffix)];
    const textBefore = bare(this.text.slice(Math.max(edges.start, span.start - reach(prefix)), span.start));
    const textBehind = bare(this.text.slice(span.end, Math.min(edges.end, span.end + reach(suffix))));
    const isWhole = edges.start === 0 && edges.end === this.text.length;
    if (isWhole) return textBefore.endsWith(before) && textBehind.startsWith(behind);
    const shared = [Math.min(before.length, textBefore.length), Math.min(behind.length, textBehind.length)] as const;
    return (
      before.slice(before.length - shared[0]) === textBefore.slice(textBefore.length - shared[0]) &&
      behind.slice(0, shared[1]) === textBehind.slice(0, shared[1])
    );
  }
}

/** How far around words their context is looked for, in UTF-16 code units: white space may make it longer. */
const reach = (context: string): number => 4 * context.length + 200;

const squeeze = (text: string): string => foldTypography(text).replace(/\s+/g, ' ');
const bare = (text: string): string => foldTypography(text).replace(/\s+/g, '');
