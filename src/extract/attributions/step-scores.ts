import type { ArticleWords } from './article-words.ts';
import type { Candidate } from './candidates.ts';
import type { FeatureList } from './feature-list.ts';
import type { Steps } from './lattice.ts';
import type { PackedWeights } from './packed-weights.ts';
import { ROLE_COUNT } from './role.ts';
import { addEdgeFeatures, addWholeFeatures } from './step-features.ts';
import { LONGEST_UNIT, type Unit } from './units.ts';
import type { WordAttributes } from './word-attributes.ts';

/** A row of sums has a place for the start and for each end of a span of each role. */
const ROW = 1 + (LONGEST_UNIT + 1) * ROLE_COUNT;

/**
 * Scores steps. Many candidates share an end with others, so what two ends say of a step is added up once. That is the same
 * number, not only nearly: weights of one byte that share a scale add up without rounding.
 */
export class StepScorer {
  readonly #weights: PackedWeights;
  readonly #list: FeatureList;
  /** For the role of the next span a row of sums; a sum counts while its round is the current one. */
  readonly #sums = new Float64Array((ROLE_COUNT + 1) * ROW);
  readonly #rounds = new Float64Array((ROLE_COUNT + 1) * ROW);
  #round = 0;

  /** @param list is written over */
  constructor(weights: PackedWeights, list: FeatureList) {
    this.#weights = weights;
    this.#list = list;
  }

  /** The scores of all steps between a unit's candidates. */
  score(
    all: readonly Candidate[],
    steps: Steps,
    attributes: WordAttributes,
    words: ArticleWords,
    unit: Unit,
  ): Float64Array {
    const scores = new Float64Array(steps.from.length);
    const list = this.#list;
    let first = -1;
    for (let number = 0; number <= all.length; number++) {
      const next = all[number] ?? null;
      // Candidates stand in order of their first words: what was added up for another one is of no use any more.
      if (next?.first !== first) this.#round++;
      first = next?.first ?? -1;
      const row = (next?.role ?? ROLE_COUNT) * ROW;
      for (let step = steps.at[number] ?? 0; step < (steps.at[number + 1] ?? 0); step++) {
        const from = steps.from[step] ?? -1;
        const before = from < 0 ? null : (all[from] ?? null);
        const place = row + (before ? 1 + before.after * ROLE_COUNT + before.role : 0);
        if (this.#rounds[place] !== this.#round) {
          this.#rounds[place] = this.#round;
          list.clear();
          addEdgeFeatures(list, before, next, attributes, words, unit);
          this.#sums[place] = this.#weights.sum(list.values, list.length);
        }
        list.clear();
        addWholeFeatures(list, before, next, attributes, words, unit);
        scores[step] = (this.#sums[place] ?? 0) + this.#weights.sum(list.values, list.length);
      }
    }
    return scores;
  }
}
