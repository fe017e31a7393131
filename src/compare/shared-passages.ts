import type { ContentWord } from '../text/content-words.ts';
import { overlaps, type Span } from '../text/span.ts';
import { closeness, type Closeness } from './closeness.ts';
import { wordsWithin, type ComparedText } from './compared-text.ts';
import { matchQuotation } from './match-quotation.ts';
import { keySetOf } from './passage-keys.ts';

/** A passage that two texts share, in the one's words and in the other's. UTF-16 code units. */
export interface SharedPassage {
  readonly left: Span;
  readonly right: Span;
}

/**
 * Sentences are the same in other words when they have so much in common. Found on articles of one matter by different
 * hands, where names alone make up to 0.6 in names and words, and never five words.
 */
const SAME = { words: 5, similarity: 0.42 };
/** Short sentences must be nearly equal. */
const SAME_SHORT = { words: 3, similarity: 0.75 };
/** Between two passages that are shared, in the same order, less is enough, and still less for one sentence against one. */
const BETWEEN = { common: 2, similarity: 0.25, alone: 0.15 };
/** So many sentences at most lie between two shared passages that hold together. */
const LONGEST_GAP = 4;
/** So many passages make it clear that one text follows another. */
const FOLLOWS = 3;
/** A sentence that was split or joined has so much of its words in the other one. */
const JOINED = { words: 3, containment: 0.5 };
/** A quotation taken over has so many content words, and so much of them. */
const QUOTED = { words: 3, containment: 0.6 };

/**
 * The passages that two texts share, word for word or reworded, in the order of the left one.
 *
 * Sentences that share keys are compared; each goes with the one that is most like it. Where three or more run in
 * the same order, so that one text follows the other, what lies between two of them is held against what lies between their
 * counterparts. Last come quotations that stand in sentences with nothing else in common.
 */
export function sharedPassages(left: ComparedText, right: ComparedText): SharedPassage[] {
  const strong = oneToOne(candidates(left, right).filter(({ close }) => isSame(close)));
  const all = strong.length < FOLLOWS ? strong : [...strong, ...between(strong, left, right)];
  const passages = withNeighbours(all, left, right);
  return [...passages, ...quotedPassages(left, right, passages)].sort((a, b) => a.left.start - b.left.start);
}

/** Two sentences by their numbers. */
interface Pair {
  readonly left: number;
  readonly right: number;
  readonly close: Closeness;
}

const isSame = ({ words, similarity }: Closeness): boolean =>
  (words >= SAME.words && similarity >= SAME.similarity) ||
  (words >= SAME_SHORT.words && similarity >= SAME_SHORT.similarity);

/** Pairs of sentences that share two keys or more. */
function candidates(left: ComparedText, right: ComparedText): Pair[] {
  const index = new Map<number, number[]>();
  keysOfSentences(right).forEach((keys, sentence) => {
    for (const key of keys) {
      const known = index.get(key);
      if (known) known.push(sentence);
      else index.set(key, [sentence]);
    }
  });
  return keysOfSentences(left).flatMap((keys, sentence) => {
    const hits = new Map<number, number>();
    for (const key of keys) for (const other of index.get(key) ?? []) hits.set(other, (hits.get(other) ?? 0) + 1);
    return [...hits].filter(([, count]) => count > 1).map(([other]) => pairOf(left, sentence, right, other));
  });
}

const keysOfSentences = ({ wordsOfSentences }: ComparedText): ReadonlySet<number>[] => wordsOfSentences.map(keySetOf);

const pairOf = (left: ComparedText, sentence: number, right: ComparedText, other: number): Pair => ({
  left: sentence,
  right: other,
  close: closeness(left.wordsOfSentences[sentence] ?? [], right.wordsOfSentences[other] ?? []),
});

/** Of the pairs the closest ones, no sentence in two of them, by the left sentence. */
function oneToOne(pairs: readonly Pair[]): Pair[] {
  const [lefts, rights] = [new Set<number>(), new Set<number>()];
  return [...pairs]
    .sort((a, b) => b.close.similarity - a.close.similarity || a.left - b.left || a.right - b.right)
    .filter(({ left, right }) => {
      if (lefts.has(left) || rights.has(right)) return false;
      lefts.add(left);
      rights.add(right);
      return true;
    })
    .sort((a, b) => a.left - b.left);
}

/** What fits in between two pairs that follow each other on both sides, in the same order. */
function between(pairs: readonly Pair[], left: ComparedText, right: ComparedText): Pair[] {
  const found = pairs.slice(1).flatMap((next, index) => {
    const previous = pairs[index];
    if (!previous || next.right <= previous.right) return [];
    const lefts = numbers(previous.left + 1, next.left);
    const rights = numbers(previous.right + 1, next.right).filter((other) =>
      pairs.every((pair) => pair.right !== other),
    );
    if (lefts.length > LONGEST_GAP || rights.length > LONGEST_GAP) return [];
    const least = lefts.length === 1 && rights.length === 1 ? BETWEEN.alone : BETWEEN.similarity;
    const close = lefts
      .flatMap((sentence) => rights.map((other) => pairOf(left, sentence, right, other)))
      .filter(({ close: { words, names, similarity } }) => words + names >= BETWEEN.common && similarity >= least);
    return inOrder(oneToOne(close));
  });
  // What lies between two sentences of one side may lie between two others as well.
  return oneToOne(found);
}

const numbers = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);

/** Pairs, by the left sentence, without those that cross a closer one. */
const inOrder = (pairs: readonly Pair[]): Pair[] =>
  pairs.filter(({ left, right, close }) =>
    pairs.every(
      (other) => (other.left - left) * (other.right - right) >= 0 || other.close.similarity < close.similarity,
    ),
  );

/** Pairs as passages; a neighbouring sentence that was split off or joined on one side belongs to them. */
function withNeighbours(pairs: readonly Pair[], left: ComparedText, right: ComparedText): SharedPassage[] {
  const takenLeft = new Set(pairs.map((pair) => pair.left));
  const takenRight = new Set(pairs.map((pair) => pair.right));
  return pairs.map((pair) => {
    const lefts = joinedTo(left, pair.left, takenLeft, unmatched(right, pair.right, left, pair.left));
    const rights = joinedTo(right, pair.right, takenRight, unmatched(left, pair.left, right, pair.right));
    return { left: spanOf(left, lefts), right: spanOf(right, rights) };
  });
}

/** The words of a sentence that its counterpart has not. */
function unmatched(text: ComparedText, sentence: number, other: ComparedText, counterpart: number): ContentWord[] {
  const there = new Set((other.wordsOfSentences[counterpart] ?? []).map(({ stem }) => stem));
  return (text.wordsOfSentences[sentence] ?? []).filter(({ stem }) => !there.has(stem));
}

/** A sentence with the one before and behind it, where they hold what the other side has besides. */
function joinedTo(text: ComparedText, sentence: number, taken: Set<number>, missing: readonly ContentWord[]): number[] {
  const neighbours = [sentence - 1, sentence + 1].filter((neighbour) => {
    const words = text.wordsOfSentences[neighbour];
    if (!words || taken.has(neighbour)) return false;
    const close = closeness(words, missing);
    const part = close.words / Math.max(1, new Set(words.map(({ stem }) => stem)).size);
    return close.words >= JOINED.words && part >= JOINED.containment;
  });
  for (const neighbour of neighbours) taken.add(neighbour);
  return [sentence, ...neighbours].sort((a, b) => a - b);
}

const spanOf = ({ sentences }: ComparedText, some: readonly number[]): Span => ({
  start: sentences[some[0] ?? 0]?.start ?? 0,
  end: sentences[some.at(-1) ?? 0]?.end ?? 0,
});

/** Quotations of either side that the other side has, quoted or told, and that no shared passage holds. */
function quotedPassages(left: ComparedText, right: ComparedText, passages: readonly SharedPassage[]): SharedPassage[] {
  const found: SharedPassage[] = [];
  const isFree = (passage: SharedPassage) =>
    [...passages, ...found].every(
      (other) => !overlaps(other.left, passage.left) && !overlaps(other.right, passage.right),
    );
  const add = (passage: SharedPassage | null) => {
    if (passage && isFree(passage)) found.push(passage);
  };
  for (const quotation of left.quotations) {
    const there = quotedIn(left, quotation, right);
    add(there && { left: quotation, right: there });
  }
  for (const quotation of right.quotations) {
    const there = quotedIn(right, quotation, left);
    add(there && { left: there, right: quotation });
  }
  return found;
}

function quotedIn(from: ComparedText, quotation: Span, text: ComparedText): Span | null {
  const words = wordsWithin(from.words, quotation);
  const sentence = text.wordsOfSentences
    .map((others, at) => ({ at, close: closeness(words, others) }))
    .filter(({ close }) => close.words >= QUOTED.words)
    .sort((a, b) => b.close.words - a.close.words)[0];
  if (!sentence) return null;
  const passage = spanOf(text, [sentence.at]);
  const match = matchQuotation(
    from.text.slice(quotation.start, quotation.end),
    text.text.slice(passage.start, passage.end),
  );
  if (!match) return null;
  const span = { start: passage.start + match.span.start, end: passage.start + match.span.end };
  const close = closeness(words, wordsWithin(text.words, span));
  return close.words >= QUOTED.words && close.containment >= QUOTED.containment ? span : null;
}
