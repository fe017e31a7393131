import type { VariantKind } from '../domain/vocabulary.ts';
import { variantKinds } from './variant-kinds.ts';
import { isFunctionWord } from '../text/words.ts';
import { diffWords, type Edit, type WordDiff } from './word-diff.ts';

/** Of the content words of the shorter quote so many are common at least; below it common words are chance. */
const LEAST_COMMON = 0.25;

/** What is needed of a quote to compare it; offsets are code points of a version's text. */
export interface ComparableQuote {
  readonly versionId: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** Two quotes of the same words, compared. */
export interface Variant<Quote> {
  readonly left: Quote;
  readonly right: Quote;
  readonly similarity: number;
  readonly kinds: readonly VariantKind[];
  readonly edits: readonly Edit[];
}

/**
 * Compares the quotes of the renderings of one utterance: of each two renderings those that are most like each other, seen
 * from both. Quotes that share words of one text are the same words, not a variant of them; quotes with next to
 * nothing in common render other parts.
 *
 * @param renderings the content quotes of each rendering; earlier ones are the left sides
 */
export function findVariants<Quote extends ComparableQuote>(
  renderings: readonly (readonly Quote[])[],
): Variant<Quote>[] {
  return renderings.flatMap((lefts, index) =>
    renderings.slice(index + 1).flatMap((rights) => closestPairs(lefts, rights)),
  );
}

function closestPairs<Quote extends ComparableQuote>(
  lefts: readonly Quote[],
  rights: readonly Quote[],
): Variant<Quote>[] {
  const pairs = lefts.flatMap((left) =>
    rights
      .filter((right) => !sharesText(left, right))
      .map((right) => ({ left, right, diff: diffWords(left.exact, right.exact) }))
      .filter(({ diff }) => commonGround(diff) >= LEAST_COMMON),
  );
  const best = (quote: Quote) =>
    Math.max(
      ...pairs.filter(({ left, right }) => left === quote || right === quote).map(({ diff }) => diff.similarity),
    );
  return pairs
    .filter(({ left, right, diff: { similarity } }) => similarity === best(left) && similarity === best(right))
    .map(({ left, right, diff }) => variantOf(left, right, diff));
}

/** Two quotes of the same words, whatever they have in common. */
export function compareQuotes<Quote extends { readonly exact: string }>(left: Quote, right: Quote): Variant<Quote> {
  return variantOf(left, right, diffWords(left.exact, right.exact));
}

const variantOf = <Quote>(left: Quote, right: Quote, diff: WordDiff): Variant<Quote> => ({
  left,
  right,
  similarity: diff.similarity,
  kinds: variantKinds(diff),
  edits: diff.edits,
});

/** The content words that are equal, by those of the shorter side (overlap coefficient). */
function commonGround({ edits }: WordDiff): number {
  const content = (side: 'leftTokens' | 'rightTokens', some: readonly Edit[]) =>
    some.flatMap((edit) => edit[side]).filter((token) => token.kind !== 'ELLIPSIS' && !isFunctionWord(token)).length;
  const equal = content(
    'leftTokens',
    edits.filter(({ operation }) => operation === 'EQUAL'),
  );
  return equal / Math.max(1, Math.min(content('leftTokens', edits), content('rightTokens', edits)));
}

const sharesText = (a: ComparableQuote, b: ComparableQuote): boolean =>
  a.versionId === b.versionId && a.start < b.end && b.start < a.end;
