import { quotations } from '../text/quotations.ts';
import { sentences } from '../text/sentences.ts';
import type { Token } from '../text/words.ts';
import { fit } from './fit.ts';

/** A stretch of a passage by the numbers of its words; half-open. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** How many words of the quotation stand before the first one that fits. */
  readonly before: number;
  readonly isExact: boolean;
}

/** So many words at an edge may have been exchanged for others, and half as many as fit. */
const EXCHANGED = 3;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Where a passage has the quotation to the letter, beginning and ending with whole words. */
export function exactPlaces(quotation: string, passage: string, tokens: readonly Token[]): Place[] {
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
export function likelyPlace(asked: readonly Token[], tokens: readonly Token[], passage: string): Place | null {
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

/** What words that were exchanged for others do not reach across: the edges of sentences and of quotations. */
export const boundsOf = (passage: string): number[] => [
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
