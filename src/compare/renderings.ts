import type { ContentWord } from '../text/content-words.ts';
import { overlaps, type Span } from '../text/span.ts';
import { closeness, type Closeness } from './closeness.ts';
import type { ComparedStatement } from './compared-statement.ts';
import { wordsWithin, type ComparedText } from './compared-text.ts';
import { isEditorial } from './kinds/rule.ts';
import { keySetOf } from './passage-keys.ts';
import type { SharedPassage } from './shared-passages.ts';
import { diffWords } from './word-diff.ts';

/** Two statements that render one utterance, as far as their words tell. */
export interface Rendering {
  readonly left: ComparedStatement;
  readonly right: ComparedStatement;
  /** From 0 to 1; see `Closeness`. */
  readonly similarity: number;
}

/** The statements of an article with its text. */
interface Stating {
  readonly text: ComparedText;
  readonly statements: readonly ComparedStatement[];
}

/**
 * What words that come from one source must have in common to be the same ones: of their words and of their pairs of
 * words, in their order, and how many words that mean something. Measured on made-up corpora (bench/).
 */
const SAME_SOURCE = { similarity: 0.45, pairs: 0.2, ordered: 0.55, common: 3 };
/** Of few words nearly all are the same: "the ripe crop nobody wanted", "the early crop nobody wanted". */
const SHORT = { words: 8, ordered: 0.8 };
/** The very words are the same however few of them mean something. */
const THE_VERY_WORDS = 0.95;
/** A part of what another one has in full has nearly all of its words there. */
const PART_OF_SOURCE = { containment: 0.8, pairs: 0.8, ordered: 0.8 };
/** What nobody common to both is said to have said must be nearly the same. */
const OTHER_SOURCE = { similarity: 0.5, pairs: 0.8, words: 5 };
/** Where a number is another one too, it takes nearly the same words: "we counted 93 cages", "we counted 11 outbreaks". */
const SAME_BUT_NUMBER = 0.85;
/** Where one text follows the other, the place tells more than the words. */
const IN_PLACE = { common: 1, containment: 0.15 };
/** Two sources left unnamed are one only if they say the same in nearly the same words. */
const SAME_UNNAMED = 0.8;
/** So many shared passages make it clear that one text follows the other. */
const FOLLOWS = 3;

/**
 * The statements of two articles that render one utterance: those whose words say so, and, where one text follows the
 * other, those that stand at the same place.
 *
 * What both say in their own voice is no utterance but, maybe, a derivation (docs/adr/0007). Two statements go together when
 * one of them is what is most like the other.
 */
export function findRenderings(left: Stating, right: Stating, passages: readonly SharedPassage[]): Rendering[] {
  const pairs = alike(left, right);
  const byWords = pairs.filter((pair) => isSame(pair) && (isBest(pair, pairs, 'left') || isBest(pair, pairs, 'right')));
  const found = new Map([...byWords, ...inPlace(left, right, passages)].map((pair) => [idOf(pair), pair]));
  return [...found.values()].map(({ left: one, right: other, close }) => ({
    left: one.statement,
    right: other.statement,
    similarity: close.similarity,
  }));
}

interface Side {
  readonly statement: ComparedStatement;
  readonly words: readonly ContentWord[];
  readonly text: string;
}

interface Pair {
  readonly left: Side;
  readonly right: Side;
  readonly close: Closeness;
}

const idOf = ({ left, right }: Pair): string => `${left.statement.id} ${right.statement.id}`;

/** A statement is held against those of many articles. */
const sides = new WeakMap<ComparedStatement, Side>();

function sideOf({ text, words }: ComparedText, statement: ComparedStatement): Side {
  const known = sides.get(statement);
  if (known) return known;
  const side = {
    statement,
    words: statement.content.flatMap((span) => wordsWithin(words, span)),
    text: statement.content.map(({ start, end }) => text.slice(start, end)).join(' '),
  };
  sides.set(statement, side);
  return side;
}

const pairOf = (left: Side, right: Side): Pair => ({ left, right, close: closeness(left.words, right.words) });

/**
 * What both articles say in their own voice is no rendering; two unnamed sources are hardly ever known to be one; and who
 * denies what somebody else affirms does not pass it on.
 */
const mayRender = ({ left, right, close }: Pair): boolean =>
  !(left.statement.isNarration && right.statement.isNarration) &&
  (left.statement.speakerId === right.statement.speakerId || left.statement.polarity === right.statement.polarity) &&
  !(left.statement.isUnnamed && right.statement.isUnnamed && close.similarity < SAME_UNNAMED);

/** Pairs of statements that share a key. */
function alike(left: Stating, right: Stating): Pair[] {
  const index = new Map<number, Side[]>();
  for (const statement of right.statements) {
    const side = sideOf(right.text, statement);
    for (const key of keySetOf(side.words)) {
      const known = index.get(key);
      if (known) known.push(side);
      else index.set(key, [side]);
    }
  }
  return left.statements.flatMap((statement) => {
    const side = sideOf(left.text, statement);
    const others = new Set([...keySetOf(side.words)].flatMap((key) => index.get(key) ?? []));
    return [...others].map((other) => pairOf(side, other)).filter(mayRender);
  });
}

function isSame({ left, right, close }: Pair): boolean {
  if (close.similarity < SAME_SOURCE.similarity && close.containment < PART_OF_SOURCE.containment) return false;
  const [lefts, rights] = [keySetOf(left.words), keySetOf(right.words)];
  const shared = [...lefts].filter((key) => rights.has(key)).length;
  const pairs = (2 * shared) / Math.max(1, lefts.size + rights.size);
  const pairsOfPart = shared / Math.max(1, Math.min(lefts.size, rights.size));
  if (!left.statement.sourceIds.some((id) => right.statement.sourceIds.includes(id))) {
    return (
      close.similarity >= OTHER_SOURCE.similarity && pairs >= OTHER_SOURCE.pairs && close.words >= OTHER_SOURCE.words
    );
  }
  const order = inOrder(left.text, right.text);
  const isEnough = close.words + close.names >= SAME_SOURCE.common || order.similarity >= THE_VERY_WORDS;
  const isInOrder =
    order.similarity >=
    (order.isOtherNumber ? SAME_BUT_NUMBER : order.shorter < SHORT.words ? SHORT.ordered : SAME_SOURCE.ordered);
  const isAll = close.similarity >= SAME_SOURCE.similarity && pairs >= SAME_SOURCE.pairs && isInOrder;
  const isPart =
    close.containment >= PART_OF_SOURCE.containment &&
    pairsOfPart >= PART_OF_SOURCE.pairs &&
    order.containment >= PART_OF_SOURCE.ordered;
  return close.words > 0 && isEnough && (isAll || isPart);
}

/** How much two texts have in common word by word, in their order, what an editor marks left out. */
function inOrder(
  left: string,
  right: string,
): {
  readonly similarity: number;
  readonly containment: number;
  /** How many words the shorter one has. */
  readonly shorter: number;
  /** Whether a number of one side stands where the other has another one. */
  readonly isOtherNumber: boolean;
} {
  const { edits } = diffWords(left, right);
  const kept = edits.filter((edit) => edit.operation === 'EQUAL' || !isEditorial(edit));
  const count = (side: 'leftTokens' | 'rightTokens', some = kept) =>
    some.reduce((sum, edit) => sum + edit[side].length, 0);
  const equal = count(
    'leftTokens',
    kept.filter(({ operation }) => operation === 'EQUAL'),
  );
  const [lefts, rights] = [count('leftTokens'), count('rightTokens')];
  return {
    similarity: (2 * equal) / Math.max(1, lefts + rights),
    containment: equal / Math.max(1, Math.min(lefts, rights)),
    shorter: Math.min(lefts, rights),
    isOtherNumber: kept.some(
      ({ operation, leftTokens, rightTokens }) =>
        operation === 'REPLACE' &&
        [leftTokens, rightTokens].every((tokens) => tokens.some(({ kind }) => kind === 'NUMBER')),
    ),
  };
}

/** Statements at the same place of texts of which one follows the other, each the other's best. */
function inPlace(left: Stating, right: Stating, passages: readonly SharedPassage[]): Pair[] {
  if (passages.length < FOLLOWS) return [];
  return passages.flatMap((passage) => {
    const rights = within(right, passage.right);
    const pairs = within(left, passage.left).flatMap((one) => rights.map((other) => pairOf(one, other)));
    return pairs.filter(
      (pair) =>
        mayRender(pair) &&
        pair.close.words + pair.close.names >= IN_PLACE.common &&
        pair.close.containment >= IN_PLACE.containment &&
        isBest(pair, pairs, 'left') &&
        isBest(pair, pairs, 'right'),
    );
  });
}

/** Statements most of whose words stand in a passage. */
function within({ text, statements }: Stating, passage: Span): Side[] {
  return statements
    .filter(({ content }) => {
      const length = content.reduce((sum, { start, end }) => sum + end - start, 0);
      const inside = content
        .filter((span) => overlaps(span, passage))
        .reduce((sum, { start, end }) => sum + Math.min(end, passage.end) - Math.max(start, passage.start), 0);
      return 2 * inside > length;
    })
    .map((statement) => sideOf(text, statement));
}

const isBest = (pair: Pair, pairs: readonly Pair[], side: 'left' | 'right'): boolean =>
  pairs.every((other) => other[side].statement !== pair[side].statement || rank(other) <= rank(pair));

/** Of statements with the same words the one by the same speaker comes first. */
const rank = ({ left: { statement: one }, right: { statement: other }, close }: Pair): number =>
  close.similarity + (one.speakerId === other.speakerId ? 0.1 : 0) + (one.isNarration === other.isNarration ? 0.05 : 0);
