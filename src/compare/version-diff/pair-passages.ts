import { isFunctionWord, type Token } from '../../text/words.ts';
import { align } from '../align.ts';
import { diffWords, type WordDiff } from '../word-diff.ts';
import { heaviestChain, type WeightedPair } from './heaviest-chain.ts';
import { likelyPairs, readPassage, type LikelyPair, type Passage } from './likely-pairs.ts';
import { itemAt } from '../../text/item-at.ts';

/** Two passages of two versions that are one, by their numbers. */
export interface PassagePair {
  readonly left: number;
  readonly right: number;
  /** Whether it goes with the others that are in order; those that are not stood elsewhere. */
  readonly isInOrder: boolean;
}

/** Of the words of both sides half are common, as when a quotation is checked. */
const LEAST_SIMILAR = 0.5;
/** Of what was cut short nearly all stands there in one piece, and so many of its words mean something. */
const PART = { containment: 0.8, words: 3 };
/** Fewer words are mostly names and titles: they stand in many places, and tell little of the order. */
const LONG = 4;
/** Where no place in the order speaks for it, the words must be nearly the same. */
const LEAST_SIMILAR_ELSEWHERE = 0.75;
/** Up to so many pairs of words two passages are compared word by word; no sentence of news comes near it. */
const MOST_PAIRS = 250_000;

/**
 * Which passages of two versions of a text are one: quotations or sentences, each given by its words, in the order of the text.
 * No passage is in two pairs.
 *
 * 1. Equal ones in order, of four words or more: the longest common subsequence.
 * 2. Equal ones elsewhere, where it is certain which is which: four words or more that stand once on both sides.
 * 3. Between two pairs of the first step similar ones of four words or more, in order: those that together have most words in
 *    common. Similar is half of the words, or nearly all that is left of one that was cut short; function words alone never are.
 * 4. Between all these first equal and then similar ones of any length, in order.
 * 5. Of what is left anywhere the most similar ones of four words or more, from three quarters of the words on.
 *
 * Each passage is compared with a few others at most (see `likelyPairs`), so that the time is about linear however many
 * differ. The same pairs are found from either side.
 */
export function pairPassages(lefts: readonly string[], rights: readonly string[]): PassagePair[] {
  // One order for both ways of asking; of several pairings that are equally good the same one is found.
  if (joined(lefts) <= joined(rights)) return pairInOneOrder(lefts, rights);
  return pairInOneOrder(rights, lefts).map(({ left, right, isInOrder }) => ({ left: right, right: left, isInOrder }));
}

/** All passages in one; no text that is kept holds U+0000. */
const joined = (passages: readonly string[]): string => passages.join('\0');

type Pair = Pick<PassagePair, 'left' | 'right'>;

function pairInOneOrder(leftWords: readonly string[], rightWords: readonly string[]): PassagePair[] {
  const [lefts, rights] = [new Side(leftWords), new Side(rightWords)];
  const take = (pairs: readonly Pair[]): readonly Pair[] => {
    for (const { left, right } of pairs) {
      lefts.take(left);
      rights.take(right);
    }
    return pairs;
  };
  let inOrder: readonly Pair[] = [];
  const takeBetween = (find: Step) => {
    const found = gapsBetween(inOrder, leftWords.length, rightWords.length).flatMap(
      ({ left, leftEnd, right, rightEnd }) => find(lefts.free(left, leftEnd), rights.free(right, rightEnd)),
    );
    inOrder = [...inOrder, ...take(found)].sort((a, b) => a.left - b.left);
  };
  takeBetween(ofLong(equalInOrder));
  const moved = take(equalElsewhere(lefts, rights));
  takeBetween(longInOrder);
  takeBetween(equalInOrder);
  takeBetween(shortInOrder);
  const elsewhere = similarElsewhere(lefts, rights);
  return [
    ...inOrder.map(({ left, right }) => ({ left, right, isInOrder: true })),
    ...[...moved, ...elsewhere].map(({ left, right }) => ({ left, right, isInOrder: false })),
  ];
}

/** Finds pairs that ascend on both sides. */
type Step = (lefts: readonly Passage[], rights: readonly Passage[]) => readonly Pair[];

const isLong = ({ keys }: Passage): boolean => keys.length >= LONG;

const ofLong =
  (step: Step): Step =>
  (lefts, rights) =>
    step(lefts.filter(isLong), rights.filter(isLong));

const equalInOrder: Step = (lefts, rights) => {
  const texts = (passages: readonly Passage[]) => passages.map(({ text }) => text);
  return align(texts(lefts), texts(rights)).map(([left, right]) => ({
    left: itemAt(lefts, left).at,
    right: itemAt(rights, right).at,
  }));
};

const longInOrder: Step = ofLong((lefts, rights) => heaviestChain(similar(likelyPairs(lefts, rights, true))));

/** Pairs of two long ones were looked at before. */
const shortInOrder: Step = (lefts, rights) =>
  heaviestChain(similar(likelyPairs(lefts, rights, true).filter(({ left, right }) => !isLong(left) || !isLong(right))));

/** The passages of a version, and which of them have no counterpart yet. */
class Side {
  readonly #passages: (Passage | null)[];
  readonly #free: Set<number>;
  readonly #counts = new Map<string, number>();

  constructor(readonly words: readonly string[]) {
    this.#passages = words.map(() => null);
    this.#free = new Set(words.keys());
    for (const text of words) this.#counts.set(text, (this.#counts.get(text) ?? 0) + 1);
  }

  take(at: number): void {
    this.#free.delete(at);
  }

  /** Those without a counterpart in a stretch; half-open. */
  free(start = 0, end = this.words.length): Passage[] {
    const found: Passage[] = [];
    for (let at = start; at < end; at++) {
      if (this.#free.has(at)) found.push((this.#passages[at] ??= readPassage(itemAt(this.words, at), at)));
    }
    return found;
  }

  /** How many passages have exactly this text, counterpart or not. */
  countOf(text: string): number {
    return this.#counts.get(text) ?? 0;
  }
}

function equalElsewhere(lefts: Side, rights: Side): Pair[] {
  const byText = new Map(rights.free().map((passage) => [passage.text, passage]));
  return lefts.free().flatMap((passage) => {
    const { at, text } = passage;
    const other = byText.get(text);
    const isCertain = lefts.countOf(text) === 1 && rights.countOf(text) === 1 && isLong(passage);
    return other && isCertain ? [{ left: at, right: other.at }] : [];
  });
}

/** The stretches between pairs in order, those before the first and behind the last one included; half-open on both sides. */
function gapsBetween(
  pairs: readonly Pair[],
  lefts: number,
  rights: number,
): (Pair & { readonly leftEnd: number; readonly rightEnd: number })[] {
  let [left, right] = [0, 0];
  return [...pairs, { left: lefts, right: rights }].map((next) => {
    const gap = { left, leftEnd: next.left, right, rightEnd: next.right };
    [left, right] = [next.left + 1, next.right + 1];
    return gap;
  });
}

interface SimilarPair extends WeightedPair {
  /** From 0 to 1; the weight is how many words that is. */
  readonly similarity: number;
}

/** Of some pairs those that are so similar as to be one. */
const similar = (pairs: readonly LikelyPair[]): SimilarPair[] =>
  pairs.flatMap(({ left, right, inCommon }) => {
    const isTooLong = left.keys.length * right.keys.length > MOST_PAIRS;
    const diff = isTooLong ? null : diffWords(left.text, right.text);
    if (diff ? !isSame(diff) : inCommon < LEAST_SIMILAR) return [];
    const similarity = diff?.similarity ?? inCommon;
    const weight = (similarity * (left.keys.length + right.keys.length)) / 2;
    return [{ left: left.at, right: right.at, similarity, weight }];
  });

function isSame({ edits, similarity }: WordDiff): boolean {
  const equal = edits
    .filter(({ operation }) => operation === 'EQUAL')
    .map(({ leftTokens }) => leftTokens.filter(isWord));
  const meaning = equal.flat().filter((token) => !isFunctionWord(token)).length;
  if (similarity >= LEAST_SIMILAR) return meaning > 0;
  const count = (side: 'leftTokens' | 'rightTokens') =>
    edits.reduce((sum, edit) => sum + edit[side].filter(isWord).length, 0);
  const inOnePiece = equal.reduce((most, tokens) => Math.max(most, tokens.length), 0);
  return meaning >= PART.words && inOnePiece >= PART.containment * Math.min(count('leftTokens'), count('rightTokens'));
}

const isWord = ({ kind }: Token): boolean => kind === 'WORD' || kind === 'NUMBER';

function similarElsewhere(lefts: Side, rights: Side): Pair[] {
  // Of what has an equal on the other side it is open which of them it is, and it is nothing else.
  const [ones, others] = [
    lefts.free().filter((passage) => isLong(passage) && rights.countOf(passage.text) === 0),
    rights.free().filter((passage) => isLong(passage) && lefts.countOf(passage.text) === 0),
  ];
  const [takenLeft, takenRight] = [new Set<number>(), new Set<number>()];
  return similar(likelyPairs(ones, others, false))
    .filter(({ similarity }) => similarity >= LEAST_SIMILAR_ELSEWHERE)
    .sort((a, b) => b.similarity - a.similarity)
    .filter(({ left, right }) => {
      if (takenLeft.has(left) || takenRight.has(right)) return false;
      takenLeft.add(left);
      takenRight.add(right);
      return true;
    });
}
