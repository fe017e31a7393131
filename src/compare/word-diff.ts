import type { EditOperation } from '../domain/vocabulary.ts';
import { isFunctionWord, isNegation, tokenize, type Token } from '../text/words.ts';
import { joinNumbers } from '../text/written-numbers.ts';
import { align } from './align.ts';
import { itemAt } from '../text/item-at.ts';

/**
 * A stretch of a comparison. `left` and `right` are the exact text of either side, punctuation and spaces behind its words
 * included; joined over all edits they are the two texts.
 */
export interface Edit {
  readonly operation: EditOperation;
  readonly left: string;
  readonly right: string;
  readonly leftTokens: readonly Token[];
  readonly rightTokens: readonly Token[];
}

/** Two texts compared word by word. */
export interface WordDiff {
  readonly left: string;
  readonly right: string;
  readonly edits: readonly Edit[];
  /**
   * How much of the words is common: twice the words that are equal, by the words of both sides (Dice). 1 when all are equal, also
   * where punctuation is not; 0 when none is. Ellipses and editors' brackets count for nothing.
   */
  readonly similarity: number;
}

/**
 * Compares two texts as a careful reader does: by words, whatever their case, typography, hyphens and short forms (see `tokenize`).
 *
 * The edits are minimal but for one thing: a single function word between two replacements is part of the replacement, which
 * is how people read it. Comparing the other way round gives the same edits with their sides exchanged.
 */
export function diffWords(left: string, right: string): WordDiff {
  // One order for both ways of asking; of several shortest edits the same one is found.
  if (right < left) return mirrored(diffWords(right, left));
  const [a, b] = [joinNumbers(left, tokenize(left)), joinNumbers(right, tokenize(right))];
  const segments = aroundEllipses(readable(segment(a, b)));
  const edits = withText(left, right, segments);
  return { left, right, edits, similarity: similarityOf(edits) };
}

interface Segment {
  readonly isEqual: boolean;
  readonly left: readonly Token[];
  readonly right: readonly Token[];
}

/** What a token is compared by; words in an editor's brackets are not the same words without them. */
const comparable = (tokens: readonly Token[]): string[] =>
  tokens.map(({ kind, key }) => (kind === 'BRACKETED' ? `[${key}]` : key));

function segment(left: readonly Token[], right: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let [i, j] = [0, 0];
  const change = (leftEnd: number, rightEnd: number) => {
    if (i < leftEnd || j < rightEnd) segments.push(changed(left.slice(i, leftEnd), right.slice(j, rightEnd)));
    [i, j] = [leftEnd, rightEnd];
  };
  for (const [leftAt, rightAt] of align(comparable(left), comparable(right))) {
    change(leftAt, rightAt);
    segments.push({ isEqual: true, left: left.slice(i, ++i), right: right.slice(j, ++j) });
  }
  change(left.length, right.length);
  return joined(segments);
}

/**
 * A change; of words that only differ in where they are cut, none: "hard-working" and "hardworking" are the same. "Not able"
 * and "notable" are not.
 */
function changed(left: readonly Token[], right: readonly Token[]): Segment {
  const key = (tokens: readonly Token[]) => tokens.map((token) => token.key).join('');
  const isEditors = [...left, ...right].some(({ kind }) => kind === 'ELLIPSIS' || kind === 'BRACKETED');
  const isCutOtherwise = left.length > 0 && right.length > 0 && key(left) === key(right);
  return { isEqual: isCutOtherwise && !isEditors && ![...left, ...right].some(isNegation), left, right };
}

function joined(segments: readonly Segment[]): Segment[] {
  const result: { isEqual: boolean; left: Token[]; right: Token[] }[] = [];
  for (const { isEqual, left, right } of segments) {
    const last = result.at(-1);
    if (last?.isEqual !== isEqual) result.push({ isEqual, left: [...left], right: [...right] });
    else {
      for (const token of left) last.left.push(token);
      for (const token of right) last.right.push(token);
    }
  }
  return result;
}

/** Takes lone function words between two changes, one of them a replacement, into them. */
function readable(segments: readonly Segment[]): Segment[] {
  const isChange = (other: Segment | undefined) => other !== undefined && !other.isEqual;
  const isReplacement = (other: Segment | undefined) =>
    other !== undefined && isChange(other) && other.left.length > 0 && other.right.length > 0;
  return joined(
    segments.map((one, index) => {
      const [before, after] = [segments[index - 1], segments[index + 1]];
      const isLone = one.isEqual && one.left.length === 1 && one.left.every(isFunctionWord);
      const isBetween = isChange(before) && isChange(after) && (isReplacement(before) || isReplacement(after));
      return isLone && isBetween ? { ...one, isEqual: false } : one;
    }),
  );
}

/** An ellipsis stands for the other side's words; what the own side has before and behind it, the other one has not. */
function aroundEllipses(segments: readonly Segment[]): Segment[] {
  return segments.flatMap((one): Segment[] => {
    const [inLeft, inRight] = [ellipsisIn(one.left), ellipsisIn(one.right)];
    const split = inLeft ?? inRight;
    if (one.isEqual || split === null || (inLeft && inRight)) return [one];
    const oneSided = (tokens: readonly Token[], other: readonly Token[]): Segment =>
      inLeft ? { isEqual: false, left: tokens, right: other } : { isEqual: false, left: other, right: tokens };
    return [
      oneSided(split.before, []),
      oneSided(split.ellipsis, inLeft ? one.right : one.left),
      oneSided(split.after, []),
    ].filter(({ left, right }) => left.length + right.length > 0);
  });
}

function ellipsisIn(tokens: readonly Token[]): Record<'before' | 'ellipsis' | 'after', readonly Token[]> | null {
  const first = tokens.findIndex(({ kind }) => kind === 'ELLIPSIS');
  const last = tokens.findLastIndex(({ kind }) => kind === 'ELLIPSIS');
  if (first === -1) return null;
  return { before: tokens.slice(0, first), ellipsis: tokens.slice(first, last + 1), after: tokens.slice(last + 1) };
}

/** Gives each segment the text up to where the next one opens; the first one also what stands before its words. */
function withText(left: string, right: string, segments: readonly Segment[]): Edit[] {
  if (segments.length === 0) return left === right && left === '' ? [] : [edit(NOTHING, left, right)];
  const leftStarts = starts(
    left,
    segments.map((one) => one.left),
  );
  const rightStarts = starts(
    right,
    segments.map((one) => one.right),
  );
  return segments.map((one, index) =>
    edit(
      one,
      left.slice(leftStarts[index], leftStarts[index + 1]),
      right.slice(rightStarts[index], rightStarts[index + 1]),
    ),
  );
}

const NOTHING: Segment = { isEqual: true, left: [], right: [] };

function starts(text: string, sides: readonly (readonly Token[])[]): number[] {
  const result = [text.length];
  for (let index = sides.length - 1; index > 0; index--) {
    const first = sides[index]?.[0];
    result.unshift(first ? opening(text, first.start) : itemAt(result, 0));
  }
  return [0, ...result];
}

/** Where a word begins with the marks that open before it: brackets and quotation marks stand with what they open. */
function opening(text: string, start: number): number {
  let at = start;
  while (at > 0 && /[([{“‘„«"']/.test(text.charAt(at - 1))) at--;
  return at === 0 || /\s/.test(text.charAt(at - 1)) ? at : start;
}

function edit({ isEqual, left, right }: Segment, leftText: string, rightText: string): Edit {
  const operation = isEqual ? 'EQUAL' : left.length === 0 ? 'INSERT' : right.length === 0 ? 'DELETE' : 'REPLACE';
  return { operation, left: leftText, right: rightText, leftTokens: left, rightTokens: right };
}

function similarityOf(edits: readonly Edit[]): number {
  const words = (tokens: readonly Token[]) => tokens.filter(({ kind }) => kind === 'WORD' || kind === 'NUMBER').length;
  let [equal, all] = [0, 0];
  for (const { operation, leftTokens, rightTokens } of edits) {
    const count = words(leftTokens) + words(rightTokens);
    all += count;
    if (operation === 'EQUAL') equal += count;
  }
  return all === 0 ? 1 : equal / all;
}

const MIRRORED = { EQUAL: 'EQUAL', INSERT: 'DELETE', DELETE: 'INSERT', REPLACE: 'REPLACE' } as const;

function mirrored({ left, right, edits, similarity }: WordDiff): WordDiff {
  return {
    left: right,
    right: left,
    similarity,
    edits: edits.map((one) => ({
      operation: MIRRORED[one.operation],
      left: one.right,
      right: one.left,
      leftTokens: one.rightTokens,
      rightTokens: one.leftTokens,
    })),
  };
}
