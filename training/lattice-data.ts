import { ArticleMemory } from '../src/extract/attributions/article-memory.ts';
import { type Candidate, candidates } from '../src/extract/attributions/candidates.ts';
import { Chain, SCORES } from '../src/extract/attributions/chain.ts';
import { FeatureList } from '../src/extract/attributions/feature-list.ts';
import { type Steps, stepsBetween } from '../src/extract/attributions/lattice.ts';
import { addSpanFeatures } from '../src/extract/attributions/span-features.ts';
import { addStepFeatures } from '../src/extract/attributions/step-features.ts';
import { LONGEST_UNIT } from '../src/extract/attributions/units.ts';
import { WordAttributes } from '../src/extract/attributions/word-attributes.ts';
import { WORD_FEATURES } from '../src/extract/attributions/word-features.ts';
import type { Dataset, UnitData } from './dataset.ts';
import type { ChainWeights } from './train-chain.ts';
import type { TaggerOf } from './train-taggers.ts';

/** A unit's candidates with what the lattice learns from. Features of thing n stand from at[n] to at[n + 1]. */
export interface LatticeUnit {
  readonly unit: UnitData;
  readonly all: readonly Candidate[];
  readonly steps: Steps;
  readonly spanAt: Int32Array;
  readonly spanFeatures: Int32Array;
  readonly stepAt: Int32Array;
  readonly stepFeatures: Int32Array;
  readonly wordPosteriors: Float64Array;
  /** Which candidates are annotated spans. */
  readonly isGold: Uint8Array;
}

/** Scores of all words of a unit. */
function scoreWords(features: Int32Array, at: number, length: number, weights: Float32Array, into: Float32Array): void {
  into.fill(0, 0, length * SCORES);
  for (let word = 0; word < length; word++) {
    for (let feature = 0; feature < WORD_FEATURES; feature++) {
      const row = (features[at + word * WORD_FEATURES + feature] ?? 0) * SCORES;
      for (let score = 0; score < SCORES; score++) {
        into[word * SCORES + score] = (into[word * SCORES + score] ?? 0) + (weights[row + score] ?? 0);
      }
    }
  }
}

/** Everything the lattice learns from, with each article's candidates from the chain that `chainOf` gives for it. */
export function latticeData(
  data: Dataset,
  bits: number,
  chainOf: (article: number) => ChainWeights,
  taggerOf: TaggerOf,
): LatticeUnit[] {
  const scores = new Float32Array(LONGEST_UNIT * SCORES);
  const chains = new Map<ChainWeights, Chain>();
  const list = new FeatureList(bits);
  const done: LatticeUnit[] = [];
  let attributes: WordAttributes | undefined;
  let article = -1;
  for (const unit of data.units) {
    const words = data.words[unit.article];
    if (!words) continue;
    if (unit.article !== article || !attributes) {
      attributes = new WordAttributes(words, new ArticleMemory(words));
      article = unit.article;
    }
    attributes.describe(unit.unit);
    const weights = chainOf(article);
    const chain = chains.get(weights) ?? new Chain(Float64Array.from(weights.arcs, Math.exp));
    chains.set(weights, chain);
    scoreWords(data.features, unit.at, unit.length, weights.words, scores);
    chain.infer({ length: unit.length, scores, gapClass: unit.gapClass, beginsSentence: unit.beginsSentence });
    const all = candidates(chain, unit.length);
    const steps = stepsBetween(all, words, unit.unit);
    attributes.describeClauses(taggerOf(article));
    const spanAt = new Int32Array(all.length + 1);
    list.clear();
    for (const [index, candidate] of all.entries()) {
      addSpanFeatures(list, candidate, attributes, words, unit.unit);
      spanAt[index + 1] = list.length;
    }
    const spanFeatures = list.values.slice(0, list.length);
    const stepAt = new Int32Array(steps.from.length + 1);
    list.clear();
    for (let next = 0; next <= all.length; next++) {
      for (let step = steps.at[next] ?? 0; step < (steps.at[next + 1] ?? 0); step++) {
        addStepFeatures(list, all[steps.from[step] ?? -1] ?? null, all[next] ?? null, attributes, words, unit.unit);
        stepAt[step + 1] = list.length;
      }
    }
    const gold = new Set(unit.gold.map(({ role, first, after }) => [role, first, after].join()));
    done.push({
      unit,
      all,
      steps,
      spanAt,
      spanFeatures,
      stepAt,
      stepFeatures: list.values.slice(0, list.length),
      wordPosteriors: chain.posteriors.slice(0, unit.length * SCORES),
      isGold: Uint8Array.from(all, ({ role, first, after }) => (gold.has([role, first, after].join()) ? 1 : 0)),
    });
  }
  return done;
}
