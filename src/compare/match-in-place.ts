import { groupBy } from '../domain/group-by.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/words.ts';
import type { QuotationMatch } from './match-quotation.ts';
import { boundsOf } from './place-in-passage.ts';
import { variantKinds } from './variant-kinds.ts';
import { diffWords } from './word-diff.ts';

/**
 * The words of a passage for which another one that was made from it has put those of a quotation: "formats and mechanisms", where
 * the other has "forms and procedures". They need not have a word in common with it.
 *
 * @param made the passage that was made from the other
 * @param span where it has the quotation; UTF-16 code units
 * @param source the passage that it was made from
 * @returns null where nothing was exchanged: the words are the same ones, or were put in between those of the source
 */
export function matchInPlace(quotation: string, made: string, span: Span, source: string): QuotationMatch | null {
  const place = exchangedFor(source, made, span);
  if (!place) return null;
  const diff = diffWords(source.slice(place.start, place.end), quotation);
  return {
    span: place,
    isVerbatim: false,
    similarity: diff.similarity,
    kinds: variantKinds(diff),
    edits: diff.edits,
    differences: [],
  };
}

/** From the first to the last word of the source that words in the span stand for, within a sentence and a quotation. */
function exchangedFor(source: string, made: string, span: Span): Span | null {
  const touched = diffWords(source, made).edits.filter(({ rightTokens }) =>
    rightTokens.some((token) => overlaps(token, span)),
  );
  if (!touched.some(({ operation }) => operation === 'REPLACE')) return null;
  const words = touched.flatMap(({ operation, leftTokens, rightTokens }) =>
    // Of words that are equal only those that the quotation has: the rest of the stretch lies outside of it.
    operation === 'EQUAL'
      ? leftTokens.filter((_, index) => {
          const other = rightTokens[index];
          return other !== undefined && overlaps(other, span);
        })
      : leftTokens,
  );
  const together = longestOf(words, boundsOf(source));
  const [first, last] = [together[0], together.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Of words that lie on several sides of some bounds, the most that lie together: who says it is no part of what is said. */
function longestOf(words: readonly Token[], bounds: readonly number[]): readonly Token[] {
  const stretches = groupBy(words, ({ start }) => bounds.filter((bound) => bound <= start).length);
  return [...stretches.values()].reduce((longest, one) => (one.length > longest.length ? one : longest), []);
}
