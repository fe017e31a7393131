import type { ContentWord } from '../text/content-words.ts';
import { overlaps, type Span } from '../text/span.ts';
import { closeness, type Closeness } from './closeness.ts';
import type { ComparedStatement } from './compared-statement.ts';
import { wordsWithin, type ComparedText } from './compared-text.ts';
import type { SharedPassage } from './shared-passages.ts';

/** Two statements that render one utterance, as far as their words tell. */
export interface Rendering {
  readonly left: ComparedStatement;
  readonly right: ComparedStatement;
  /** From 0 to 1; see `Closeness`. */
  readonly similarity: number;
}

/** Words said that have so much in common are the same ones; a short part of others must have nearly all. */
const SAME = { words: 5, similarity: 0.5, containment: 0.7 };
const SAME_PART = { words: 3, containment: 0.9 };
/** Two sources left unnamed are one only if they say the same in nearly the same words. */
const SAME_UNNAMED = 0.8;
/** Where one text follows the other, the place tells more than the words. */
const IN_PLACE = { common: 1, containment: 0.15 };
/** So many shared passages make it clear that one text follows the other. */
const FOLLOWS = 3;

/**
 * The statements of two articles that render one utterance, found in the passages that their texts share.
 *
 * What both say in their own voice is no utterance but, maybe, a derivation (docs/adr/0007). Two statements go together when
 * each is what is most like the other; a part also goes with the whole that holds it.
 */
export function findRenderings(
  left: { readonly text: ComparedText; readonly statements: readonly ComparedStatement[] },
  right: { readonly text: ComparedText; readonly statements: readonly ComparedStatement[] },
  passages: readonly SharedPassage[],
): Rendering[] {
  const follows = passages.length >= FOLLOWS;
  const found = passages.flatMap((passage) => {
    const lefts = within(left.statements, passage.left);
    const rights = within(right.statements, passage.right);
    const pairs = lefts.flatMap((one) =>
      rights
        .filter((other) => !(one.isNarration && other.isNarration))
        .map((other) => ({
          left: one,
          right: other,
          close: closeness(wordsSaid(left.text, one), wordsSaid(right.text, other)),
        })),
    );
    return pairs.filter((pair) => isRendering(pair, pairs, follows));
  });
  const distinct = new Map(found.map((pair) => [`${pair.left.id} ${pair.right.id}`, pair]));
  return [...distinct.values()].map(({ left: one, right: other, close }) => ({
    left: one,
    right: other,
    similarity: close.similarity,
  }));
}

/** Statements most of whose words stand in a passage. */
function within(statements: readonly ComparedStatement[], passage: Span): ComparedStatement[] {
  return statements.filter(({ content }) => {
    const length = content.reduce((sum, { start, end }) => sum + end - start, 0);
    const inside = content
      .filter((span) => overlaps(span, passage))
      .reduce((sum, { start, end }) => sum + Math.min(end, passage.end) - Math.max(start, passage.start), 0);
    return 2 * inside > length;
  });
}

const wordsSaid = ({ words }: ComparedText, { content }: ComparedStatement): ContentWord[] =>
  content.flatMap((span) => wordsWithin(words, span));

interface Pair {
  readonly left: ComparedStatement;
  readonly right: ComparedStatement;
  readonly close: Closeness;
}

function isRendering(pair: Pair, pairs: readonly Pair[], follows: boolean): boolean {
  const { words, names, similarity, containment } = pair.close;
  if (pair.left.isUnnamed && pair.right.isUnnamed && similarity < SAME_UNNAMED) return false;
  const isBest = (side: 'left' | 'right') =>
    pairs.every((other) => other[side] !== pair[side] || rank(other) <= rank(pair));
  const isSame =
    (words >= SAME.words && (similarity >= SAME.similarity || containment >= SAME.containment)) ||
    (words >= SAME_PART.words && containment >= SAME_PART.containment);
  if (isSame) return isBest('left') || isBest('right');
  const isInPlace = follows && words + names >= IN_PLACE.common && containment >= IN_PLACE.containment;
  return isInPlace && isBest('left') && isBest('right');
}

/** Of statements with the same words the one by the same speaker comes first. */
const rank = ({ left, right, close }: Pair): number =>
  close.similarity +
  (left.speakerId === right.speakerId ? 0.1 : 0) +
  (left.isNarration === right.isNarration ? 0.05 : 0);
