import type { ArticleWords } from '../src/extract/attributions/article-words.ts';
import { type JudgedUnit, UnitDecoder } from '../src/extract/attributions/decode-unit.ts';
import type { FoundSpan } from '../src/extract/attributions/found-span.ts';
import type { Linker } from '../src/extract/attributions/link.ts';
import type { LatticeUnit } from './lattice-data.ts';
import { type LatticeWeights, scoreAll } from './train-lattice.ts';

/** A unit as a lattice with given weights judges it. */
function judge(one: LatticeUnit, { features }: LatticeWeights): JudgedUnit {
  return {
    unit: one.unit.unit,
    all: one.all,
    steps: one.steps,
    spanScores: scoreAll(one.spanAt, one.spanFeatures, features),
    stepScores: scoreAll(one.stepAt, one.stepFeatures, features),
    wordPosteriors: one.wordPosteriors,
  };
}

/** The spans that a lattice chooses in each article, in order; the weights are those that `weightsOf` gives for an article. */
export function spansByArticle(
  units: readonly LatticeUnit[],
  words: readonly ArticleWords[],
  linker: Linker | null,
  weightsOf: (article: number) => LatticeWeights,
): Map<number, FoundSpan[]> {
  const decoders = new Map<LatticeWeights, UnitDecoder>();
  const found = new Map<number, FoundSpan[]>();
  for (const one of units) {
    const { article } = one.unit;
    const weights = weightsOf(article);
    const decoder = decoders.get(weights) ?? new UnitDecoder(weights.memory, linker);
    decoders.set(weights, decoder);
    const own = words[article];
    if (own) found.set(article, [...(found.get(article) ?? []), ...decoder.decode(judge(one, weights), own)]);
  }
  return found;
}
