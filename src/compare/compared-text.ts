import { contentWords, type ContentWord } from '../text/content-words.ts';
import { isSubstantial, quotations } from '../text/quotations.ts';
import { sentences } from '../text/sentences.ts';
import { overlaps, type Span } from '../text/span.ts';
import { leadingCount } from '../text/leading-count.ts';

/** A text made ready to be compared with others. All offsets are UTF-16 code units. */
export interface ComparedText {
  readonly text: string;
  readonly words: readonly ContentWord[];
  readonly sentences: readonly Span[];
  /** The content words of each sentence. */
  readonly wordsOfSentences: readonly (readonly ContentWord[])[];
  /** Stretches of four words or more in quotation marks. */
  readonly quotations: readonly Span[];
}

/**
 * Finds the words, sentences and quotations of a text; linear in its length.
 *
 * @param leftOut spans whose sentences count for nothing, such as furniture
 */
export function readForComparison(text: string, leftOut: readonly Span[] = []): ComparedText {
  const words = contentWords(text);
  const spans = sentences(text).filter((sentence) => !leftOut.some((span) => overlaps(span, sentence)));
  return {
    text,
    words,
    sentences: spans,
    wordsOfSentences: spans.map((span) => wordsWithin(words, span)),
    quotations: quotations(text).filter((quotation) => isSubstantial(text, quotation)),
  };
}

/** The words that lie in a span, found by bisection. */
export function wordsWithin(words: readonly ContentWord[], { start, end }: Span): readonly ContentWord[] {
  return words.slice(firstAt(words, start), firstAt(words, end));
}

/** Index of the first word that starts at an offset or behind it. */
export const firstAt = (words: readonly Span[], offset: number): number =>
  leadingCount(words, ({ start }) => start < offset);
