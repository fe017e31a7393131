import type { QuoteDescription } from '../src/anchor/describe.ts';
import type { Span } from '../src/text/span.ts';

/** What a client keeps of a quote: a TextQuoteSelector and a TextPositionSelector, in UTF-16 code units. */
export type FuzzySelector = Pick<QuoteDescription, 'exact' | 'prefix' | 'suffix' | 'startUtf16' | 'endUtf16'>;

/** What the candidates are weighed by: likeness of the words, of what stands before and behind, and nearness to the place. */
const WEIGHTS = { exact: 50, prefix: 20, suffix: 20, position: 2 };
/** So many errors are allowed, and half as many as the quote has characters. */
const MOST_ERRORS = 256;

/**
 * Where an annotation client with fuzzy anchoring puts a quote in another text: our own implementation, from what is published
 * of the best-known one, to be compared with.
 *
 * The place itself is taken if the words stand there. Else all exact occurrences are candidates; where there are none, all
 * stretches with the fewest errors (characters put in, left out or exchanged), if there are no more than half of the
 * characters. The candidate that weighs most is taken, however little that is; there is no bound below.
 *
 * Sources: Hypothesis, Fuzzy Anchoring (https://web.hypothes.is/blog/fuzzy-anchoring/), and for the bounds and weights what its
 * client's src/annotator/anchoring (html.ts, match-quote.ts) documents. Approximate matching: P. H. Sellers, The theory and
 * computation of evolutionary distances, 1980; the client computes the same by G. Myers' bit vectors (1999).
 *
 * @returns UTF-16 code units; null where nothing is like it
 */
export function anchorFuzzily(quote: FuzzySelector, text: string): Span | null {
  const { exact, prefix, suffix, startUtf16, endUtf16 } = quote;
  if (text.slice(startUtf16, endUtf16) === exact) return { start: startUtf16, end: endUtf16 };
  const { spans, errors } = closest(text, exact, Math.min(MOST_ERRORS, exact.length / 2));
  const weigh = ({ start, end }: Span) =>
    WEIGHTS.exact * (1 - errors / exact.length) +
    WEIGHTS.prefix * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) +
    WEIGHTS.suffix * likeness(text.slice(end, end + suffix.length), suffix) +
    WEIGHTS.position * (1 - Math.abs(start - startUtf16) / text.length);
  const weighed = spans.map((span) => ({ span, weight: weigh(span) }));
  return weighed.sort((a, b) => b.weight - a.weight)[0]?.span ?? null;
}

/** How much of some context stands in a text, from 0 to 1; no context is like anything. */
function likeness(text: string, context: string): number {
  if (context === '') return 1;
  return text === '' ? 0 : 1 - closest(text, context, context.length).errors / context.length;
}

interface Closest {
  readonly errors: number;
  readonly spans: readonly Span[];
}

/** The stretches of a text that some words are found in with the fewest errors, exact ones first; none above `mostErrors`. */
function closest(text: string, words: string, mostErrors: number): Closest {
  const exact: Span[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length });
  }
  return exact.length > 0 ? { errors: 0, spans: exact } : approximate(text, words, mostErrors);
}

/** Sellers' algorithm, a column a character of the text; of several stretches that end at one place the longest. */
function approximate(text: string, words: string, mostErrors: number): Closest {
  let fewest = Math.floor(mostErrors);
  let spans: Span[] = [];
  let column = Array.from({ length: words.length + 1 }, (_, row) => ({ errors: row, start: 0 }));
  for (let end = 1; end <= text.length; end++) {
    const next = [{ errors: 0, start: end }];
    for (let row = 1; row <= words.length; row++) {
      const isSame = words[row - 1] === text[end - 1];
      const steps = [after(column[row - 1], isSame ? 0 : 1), after(column[row], 1), after(next[row - 1], 1)];
      next.push(steps.reduce((best, step) => (isBetter(step, best) ? step : best)));
    }
    column = next;
    const last = column[words.length];
    if (!last || last.errors > fewest) continue;
    if (last.errors < fewest) spans = [];
    fewest = last.errors;
    spans.push({ start: last.start, end });
  }
  return { errors: fewest, spans };
}

interface Step {
  readonly errors: number;
  readonly start: number;
}

const after = (step: Step | undefined, errors: number): Step => ({
  errors: (step?.errors ?? Infinity) + errors,
  start: step?.start ?? 0,
});

const isBetter = (one: Step, other: Step): boolean =>
  one.errors < other.errors || (one.errors === other.errors && one.start < other.start);
