import type { VariantKind } from '../domain/vocabulary.ts';
import { contentWords } from '../text/content-words.ts';
import type { Span } from '../text/span.ts';
import { tokenize, type Token } from '../text/words.ts';
import { closeness } from './closeness.ts';
import { governing } from './governing-negation.ts';
import { typographicDifferences, type TypographicDifference } from './typographic-differences.ts';
import { isEditorial } from './kinds/rule.ts';
import { withMarks } from './marks-around.ts';
import { exactPlaces, likelyPlace, type Place } from './place-in-passage.ts';
import { variantKinds } from './variant-kinds.ts';
import { diffWords, type Edit } from './word-diff.ts';

/** The words of a passage that a quotation comes from, and what became of them. */
export interface QuotationMatch {
  /** Where they stand in the passage; UTF-16 code units. */
  readonly span: Span;
  /** Whether the quotation has the same words in the same order, but for typography and punctuation. */
  readonly isVerbatim: boolean;
  readonly similarity: number;
  /** What became of the words on their way from the passage to the quotation. */
  readonly kinds: readonly VariantKind[];
  /** From the words of the passage, left, to those of the quotation, right. */
  readonly edits: readonly Edit[];
  /** Of a verbatim quotation: what was tolerated. */
  readonly differences: readonly TypographicDifference[];
}

/** Of the words of both sides so many are common at least; what an editor marks as left out or put in counts for nothing. */
const LEAST_SIMILAR = 0.5;
/** Fewer common words that mean something are no ground to speak of an alteration. */
const LEAST_WORDS = 2;
/** Where nearly all words are equal, it does not matter what they mean: "we will sell it", "we will not sell it". */
const NEARLY_ALL = { share: 0.8, words: 3 };
/** Of many words fewer are enough, though half of those that mean something were exchanged. */
const MOST = { share: 0.6, words: 8 };

/** Finds the words in a passage that one quotation was most likely taken from; see `quotationMatcher`. */
export type QuotationMatcher = (passage: string, isSameAnyhow?: boolean) => QuotationMatch | null;

/**
 * What finds the words of one quotation in many passages, each of one or more sentences.
 *
 * A negation right before them belongs to them: who quotes "support the war" of "I do not support the war" has altered it.
 * It gives null when too little is common to speak of the same words. When it is known otherwise that a passage tells the same
 * (`isSameAnyhow`) one common word is enough.
 */
export function quotationMatcher(quotation: string): QuotationMatcher {
  const asked = tokenize(quotation);
  const askedJoined = hyphenJoined(quotation, asked);
  return (passage, isSameAnyhow = false) => {
    const tokens = tokenize(passage);
    const joined = hyphenJoined(passage, tokens);
    if (!isSameAnyhow && !canHoldEnough(asked, tokens) && !canHoldEnough(askedJoined, joined)) return null;
    const match = matchTokens(quotation, asked, passage, tokens, isSameAnyhow);
    const whole = match && !cutsAtHyphen(passage, match.span) ? match : null;
    // Where nothing is joined, the words are the same either way.
    const isSame = joined.length === tokens.length && askedJoined.length === asked.length;
    const other = isSame ? null : matchTokens(quotation, askedJoined, passage, joined, isSameAnyhow);
    return whole && other ? better(whole, other) : (whole ?? other);
  };
}

/** Finds the words in a passage that a quotation was most likely taken from; see `quotationMatcher`. */
export const matchQuotation = (quotation: string, passage: string, isSameAnyhow = false): QuotationMatch | null =>
  quotationMatcher(quotation)(passage, isSameAnyhow);

const better = (one: QuotationMatch, other: QuotationMatch): QuotationMatch =>
  (Number(other.isVerbatim) - Number(one.isVerbatim) || other.similarity - one.similarity) > 0 ? other : one;

/**
 * Whether a passage has as many words of a quotation as half of the words of both sides take, in whatever order: a third of
 * the quotation's own. What stands for other words, an ellipsis or an insertion, may hold any.
 */
function canHoldEnough(asked: readonly Token[], tokens: readonly Token[]): boolean {
  const keys = new Set<string>();
  for (const { kind, key } of tokens) {
    if (kind === 'ELLIPSIS' || kind === 'BRACKETED') return true;
    keys.add(key);
  }
  let [common, all] = [0, 0];
  for (const { kind, key } of asked) {
    if (kind === 'ELLIPSIS' || kind === 'BRACKETED') continue;
    all++;
    if (keys.has(key)) common++;
  }
  return 3 * common >= all;
}

function matchTokens(
  quotation: string,
  asked: readonly Token[],
  passage: string,
  tokens: readonly Token[],
  isSameAnyhow: boolean,
): QuotationMatch | null {
  const exact = exactPlaces(quotation, passage, tokens);
  const place =
    exact.find((one) => governing(tokens, one, passage, asked) === one.start) ??
    exact[0] ??
    likelyPlace(asked, tokens, passage);
  if (!place) return null;
  const match = matchAt(place, tokens, quotation, passage);
  if (!match.isVerbatim && !isEnough(quotation, passage, match, isSameAnyhow)) return null;
  const start = governing(tokens, place, passage, asked);
  return start === place.start ? match : matchAt({ ...place, start, isExact: false }, tokens, quotation, passage);
}

/** Whether a span begins or ends inside a word that a hyphen joins: "operation" out of "co-operation". */
const cutsAtHyphen = (passage: string, { start, end }: Span): boolean =>
  /[\p{L}\p{N}][-‐‑]$/u.test(passage.slice(0, start).slice(-2)) ||
  /^[-‐‑][\p{L}\p{N}]/u.test(passage.slice(end, end + 2));

function isEnough(quotation: string, passage: string, { span, edits }: QuotationMatch, isSameAnyhow: boolean): boolean {
  const words = passage.slice(span.start, span.end);
  return isCommonEnough(words, quotation, edits) || (isSameAnyhow && sharesAWord(words, quotation));
}

/** The words of a text with those that hyphens join as one, however they are written on the other side. */
function hyphenJoined(text: string, tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const isJoined = last?.kind === 'WORD' && token.kind === 'WORD' && HYPHEN.test(text.slice(last.end, token.start));
    if (isJoined) joined.splice(-1, 1, { ...last, end: token.end, key: last.key + token.key });
    else joined.push(token);
  }
  return joined;
}

const HYPHEN = /^[-‐‑]$/;

function matchAt(
  { start, end, isExact }: Place,
  tokens: readonly Token[],
  quotation: string,
  passage: string,
): QuotationMatch {
  const bare = { start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
  const span = withMarks(passage, bare, quotation, isExact);
  const words = passage.slice(span.start, span.end);
  const diff = diffWords(words, quotation);
  const kinds = variantKinds(diff);
  const isSame = kinds.every((kind) => kind === 'IDENTICAL' || kind === 'PUNCTUATION');
  const differences = isSame ? typographicDifferences(words, quotation) : null;
  const isVerbatim = differences !== null;
  return {
    span,
    isVerbatim,
    similarity: diff.similarity,
    // The same words written otherwise ("won’t" for "will not") are equal to a reader, and not verbatim.
    kinds: differences === null && kinds.includes('PUNCTUATION') ? ['REWORDED'] : kinds,
    edits: diff.edits,
    differences: isVerbatim ? differences : [],
  };
}

const sharesAWord = (words: string, quotation: string): boolean => {
  const { words: common, names } = closeness(contentWords(words), contentWords(quotation));
  return common + names > 0;
};

function isCommonEnough(words: string, quotation: string, edits: readonly Edit[]): boolean {
  const kept = edits.filter((edit) => edit.operation === 'EQUAL' || !isEditorial(edit));
  const count = (some: readonly Edit[]) =>
    some.reduce((sum, { leftTokens, rightTokens }) => sum + leftTokens.length + rightTokens.length, 0);
  const share = count(kept.filter(({ operation }) => operation === 'EQUAL')) / Math.max(1, count(kept));
  if (share < LEAST_SIMILAR) return false;
  if (share >= NEARLY_ALL.share && count(kept) >= 2 * NEARLY_ALL.words) return true;
  const isMost = share >= MOST.share && count(kept) >= 2 * MOST.words;
  const common = closeness(contentWords(words), contentWords(quotation));
  // Names alone are the matter, and no words about it.
  return (
    common.words > 0 && common.words + common.names >= LEAST_WORDS && (isMost || common.containment >= LEAST_SIMILAR)
  );
}
