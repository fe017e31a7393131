import type { ComparedStatement } from './compared-statement.ts';
import { madeFrom, type ComparedArticle, type MadeFrom } from './made-from.ts';
import { numberChanged } from './relations/number-changed.ts';
import { polarityFlipped } from './relations/polarity-flipped.ts';
import { worded, type PairRule, type ProposedRelation, type WordedStatement } from './relations/rule.ts';
import { findRenderings, type Rendering } from './renderings.ts';
import { sharedPassages, type SharedPassage } from './shared-passages.ts';

/** An article with the statements that it makes. */
export interface StatingArticle extends ComparedArticle {
  /** In the order of the text. */
  readonly statements: readonly ComparedStatement[];
}

/** What two articles have to do with each other. */
export interface Comparison {
  readonly passages: readonly SharedPassage[];
  /** Null where neither was made from the other, or nothing tells which. */
  readonly madeFrom: MadeFrom | null;
  readonly renderings: readonly Rendering[];
  readonly relations: readonly ProposedRelation[];
}

const PAIR_RULES: readonly PairRule[] = [polarityFlipped, numberChanged];

/** Compares two articles, the earlier recorded one on the left: a pure function of their texts and statements. */
export function compareArticles(left: StatingArticle, right: StatingArticle): Comparison {
  const passages = sharedPassages(left.text, right.text);
  const alike = findRenderings(left, right, passages).map((rendering) => ({
    rendering,
    relation: relationOf(worded(right.text, rendering.right), worded(left.text, rendering.left)),
  }));
  return {
    passages,
    madeFrom: madeFrom(left, right, passages),
    // Who says the opposite of what somebody else says does not pass on his words.
    renderings: alike
      .filter(({ rendering, relation }) => !relation || rendering.left.speakerId === rendering.right.speakerId)
      .map(({ rendering }) => rendering),
    relations: alike.flatMap(({ relation }) => relation ?? []),
  };
}

function relationOf(one: WordedStatement, other: WordedStatement): ProposedRelation | null {
  for (const rule of PAIR_RULES) {
    const relation = rule(one, other);
    if (relation) return { fromId: one.statement.id, toId: other.statement.id, ...relation };
  }
  return null;
}
