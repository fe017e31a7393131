import type { VariantKind } from '../domain/vocabulary.ts';
import { contentWords } from '../text/content-words.ts';
import { quotations } from '../text/quotations.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { isNegation, tokenize, type Token } from '../text/words.ts';
import { closeness } from './closeness.ts';
import { fit } from './fit.ts';
import { typographicDifferences, type TypographicDifference } from './typographic-differences.ts';
import { isEditorial } from './kinds/rule.ts';
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
/** So many words at an edge may have been exchanged for others, and half as many as fit. */
const EXCHANGED = 3;
/** So far before the words a negation governs them. */
const GOVERNS = 3;

/**
 * Finds the words in a passage that a quotation was most likely taken from.
 *
 * A negation right before them belongs to them: who quotes "support the war" of "I do not support the war" has altered it.
 *
 * @param passage one or more sentences
 * @param isSameAnyhow when it is known otherwise that the passage tells the same: then one common word is enough
 * @returns null when too little is common to speak of the same words
 */
export function matchQuotation(quotation: string, passage: string, isSameAnyhow = false): QuotationMatch | null {
  const matches = [tokenize, hyphenatedWords].flatMap((wordsOf): QuotationMatch[] => {
    const asked = wordsOf(quotation);
    const tokens = wordsOf(passage);
    const exact = exactPlaces(quotation, passage, tokens);
    const place =
      exact.find((one) => governing(tokens, one, passage, asked) === one.start) ??
      exact[0] ??
      likelyPlace(asked, tokens, passage);
    if (!place) return [];
    const match = matchAt(place, tokens, quotation, passage);
    if (wordsOf === tokenize && cutsAtHyphen(passage, match.span)) return [];
    if (!match.isVerbatim && !isEnough(quotation, passage, match, isSameAnyhow)) return [];
    const start = governing(tokens, place, passage, asked);
    return [start === place.start ? match : matchAt({ ...place, start, isExact: false }, tokens, quotation, passage)];
  });
  return matches.sort((a, b) => Number(b.isVerbatim) - Number(a.isVerbatim) || b.similarity - a.similarity)[0] ?? null;
}

/** Whether a span begins or ends inside a word that a hyphen joins: "operation" out of "co-operation". */
const cutsAtHyphen = (passage: string, { start, end }: Span): boolean =>
  /[\p{L}\p{N}][-‐‑]$/u.test(passage.slice(0, start).slice(-2)) ||
  /^[-‐‑][\p{L}\p{N}]/u.test(passage.slice(end, end + 2));

function isEnough(quotation: string, passage: string, { span, edits }: QuotationMatch, isSameAnyhow: boolean): boolean {
  const words = passage.slice(span.start, span.end);
  return isCommonEnough(words, quotation, edits) || (isSameAnyhow && sharesAWord(words, quotation));
}

/** A stretch of a passage by the numbers of its words; half-open. */
interface Place {
  readonly start: number;
  readonly end: number;
  /** How many words of the quotation stand before the first one that fits. */
  readonly before: number;
  readonly isExact: boolean;
}

/** The words of a text; those that hyphens join are one, however they are written on the other side. */
function hyphenatedWords(text: string): Token[] {
  const joined: Token[] = [];
  for (const token of tokenize(text)) {
    const last = joined.at(-1);
    const isJoined = last?.kind === 'WORD' && token.kind === 'WORD' && HYPHEN.test(text.slice(last.end, token.start));
    if (isJoined) joined.splice(-1, 1, { ...last, end: token.end, key: last.key + token.key });
    else joined.push(token);
  }
  return joined;
}

const HYPHEN = /^[-‐‑]$/;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Where a passage has the quotation to the letter, beginning and ending with whole words. */
function exactPlaces(quotation: string, passage: string, tokens: readonly Token[]): Place[] {
  const exact = quotation.trim();
  const found: Place[] = [];
  if (!LETTER.test(exact)) return found;
  for (let at = passage.indexOf(exact); at !== -1; at = passage.indexOf(exact, at + 1)) {
    const behind = at + exact.length;
    const isCut = (one = '', other = '') => LETTER.test(one) && LETTER.test(other);
    if (isCut(passage[at - 1], passage[at]) || isCut(passage[behind - 1], passage[behind])) continue;
    const start = tokens.findIndex((token) => token.start >= at);
    const end = tokens.findLastIndex((token) => token.end <= behind) + 1;
    if (start !== -1 && start < end) found.push({ start, end, before: 0, isExact: true });
  }
  return found;
}

/** Where the words of a quotation fit best, with as many around them as were exchanged for others. */
function likelyPlace(asked: readonly Token[], tokens: readonly Token[], passage: string): Place | null {
  const fitting = fit(asked, tokens);
  if (!fitting) return null;
  const bounds = boundsOf(passage);
  const most = Math.max(EXCHANGED, (fitting.askedEnd - fitting.askedStart) / 2);
  const exchanged = (count: number) => (count <= most ? count : 0);
  let start = backwards(tokens, fitting.start, asked, exchanged(fitting.askedStart), bounds);
  let end = forwards(tokens, fitting.end, asked, exchanged(asked.length - fitting.askedEnd), bounds);
  // A short form is two words, and is quoted whole: "won’t".
  while (start > 0 && tokens[start - 1]?.end === tokens[start]?.start) start--;
  while (end < tokens.length && tokens[end - 1]?.end === tokens[end]?.start) end++;
  return { start, end, before: fitting.askedStart, isExact: false };
}

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
  const differences = typographicDifferences(words, quotation);
  const kinds = variantKinds(diff);
  const isVerbatim = differences !== null && kinds.every((kind) => kind === 'IDENTICAL' || kind === 'PUNCTUATION');
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

/** What words that were exchanged for others do not reach across: the edges of sentences and of quotations. */
const boundsOf = (passage: string): number[] => [
  ...sentences(passage).map(({ start }) => start),
  ...quotations(passage).flatMap(({ start, end }) => [start, end]),
];

const isTogether = (bounds: readonly number[], from: Token | undefined, to: Token | undefined): boolean =>
  from !== undefined && to !== undefined && !bounds.some((bound) => from.start < bound && bound <= to.start);

/** So many words more may have been left out between the first word and where the rest fits. */
const LEFT_OUT = 2;

/** Where the words begin if `count` of them before the fit were exchanged: at the first one itself, when it stands there. */
function backwards(
  tokens: readonly Token[],
  start: number,
  asked: readonly Token[],
  count: number,
  bounds: readonly number[],
): number {
  const within = numbers(count === 0 ? 0 : count + LEFT_OUT)
    .map((back) => start - 1 - back)
    .filter((at) => isTogether(bounds, tokens[at], tokens[start]));
  return within.find((at) => tokens[at]?.key === asked[0]?.key) ?? within[count - 1] ?? within.at(-1) ?? start;
}

/** The same at the other end; exclusive. */
function forwards(
  tokens: readonly Token[],
  end: number,
  asked: readonly Token[],
  count: number,
  bounds: readonly number[],
): number {
  const within = numbers(count === 0 ? 0 : count + LEFT_OUT)
    .map((ahead) => end + ahead)
    .filter((at) => isTogether(bounds, tokens[end - 1], tokens[at]));
  const last = within.find((at) => tokens[at]?.key === asked.at(-1)?.key) ?? within[count - 1] ?? within.at(-1);
  return last === undefined ? end : last + 1;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** What stands between a negation and words that it does not govern: "No, we sell", "not only". */
const APART = /[,;:.!?"“”«»()—–]|\bonly\b/iu;

/** Where the words begin with the negation that governs them, unless the quotation has it too. */
function governing(
  tokens: readonly Token[],
  { start, before }: Place,
  passage: string,
  asked: readonly Token[],
): number {
  const first = tokens[start];
  if (!first || asked.slice(0, before).some(isNegation)) return start;
  for (let at = start - 1; at >= Math.max(0, start - GOVERNS); at--) {
    const token = tokens[at];
    if (!token || APART.test(passage.slice(token.end, first.start))) return start;
    if (!isNegation(token)) continue;
    return tokens[at - 1]?.end === token.start ? at - 1 : at;
  }
  return start;
}

/** The words with the marks around them that the quotation has as well. */
function withMarks(passage: string, { start, end }: Span, quotation: string, isExact: boolean): Span {
  const quoted = isExact ? quotation.trim() : quotation;
  const asked = tokenize(quoted);
  const [opening, closing] = [quoted.slice(0, asked[0]?.start), quoted.slice(asked.at(-1)?.end)];
  let [before, behind] = [0, 0];
  while (before < opening.length && passage[start - before - 1] === opening[opening.length - before - 1]) before++;
  while (behind < closing.length && passage[end + behind] === closing[behind]) behind++;
  return withSigns(passage, { start: start - before, end: end + behind });
}

/** A sign that belongs to the number at an edge: "−5" is not "5", nor "$5" or "5 %". */
const SIGN_BEFORE = /(?:\p{Sc} ?|(?<![\p{L}\p{M}\p{N}])[-–−+±])$/u;
const SIGN_BEHIND = /^ ?(?:[%‰°]|\p{Sc})/u;
/** So far signs stand from their numbers. */
const SIGN_LENGTH = 3;

function withSigns(passage: string, { start, end }: Span): Span {
  const before = passage.slice(Math.max(0, start - SIGN_LENGTH), start);
  const behind = passage.slice(end, end + SIGN_LENGTH);
  const isNumber = (character: string | undefined) => /\p{N}/u.test(character ?? '');
  return {
    start: start - (isNumber(passage[start]) ? (SIGN_BEFORE.exec(before)?.[0].length ?? 0) : 0),
    end: end + (isNumber(passage[end - 1]) ? (SIGN_BEHIND.exec(behind)?.[0].length ?? 0) : 0),
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
