import { ArticleMemory } from './article-memory.ts';
import type { ArticleWords } from './article-words.ts';
import { type Candidate, candidates } from './candidates.ts';
import { Chain, SCORES } from './chain.ts';
import { type JudgedUnit, UnitDecoder } from './decode-unit.ts';
import { FeatureList } from './feature-list.ts';
import type { FoundSpan } from './found-span.ts';
import { stepsBetween } from './lattice.ts';
import type { Linker } from './link.ts';
import { LATTICE_BITS, type Model, WORD_BITS } from './model.ts';
import { addSpanFeatures } from './span-features.ts';
import { addStepFeatures } from './step-features.ts';
import { LONGEST_UNIT, type Unit, units } from './units.ts';
import { MARGIN, WordAttributes } from './word-attributes.ts';
import { WORD_FEATURES, wordFeatures } from './word-features.ts';

/** Finds the spans of an article, unit by unit: candidates by the chain, then the best of them by the lattice. */
export class SpanFinder {
  readonly #model: Model;
  readonly #chain: Chain;
  readonly #decoder: UnitDecoder;
  readonly #list = new FeatureList(LATTICE_BITS);
  readonly #features = new Int32Array(LONGEST_UNIT * WORD_FEATURES);
  readonly #scores = new Float32Array(LONGEST_UNIT * SCORES);

  constructor(model: Model, linker: Linker) {
    this.#decoder = new UnitDecoder(model.memory, linker);
    this.#model = model;
    this.#chain = new Chain(Float64Array.from(model.arcs, Math.exp));
  }

  find(words: ArticleWords): FoundSpan[] {
    const attributes = new WordAttributes(words, new ArticleMemory(words));
    return units(words).flatMap((unit) => {
      attributes.describe(unit);
      const all = this.#candidates(attributes, words, unit);
      if (all.length === 0) return [];
      return this.#decoder.decode(this.#judge(all, attributes, words, unit), words);
    });
  }

  #candidates(attributes: WordAttributes, { sentence }: ArticleWords, { first, after }: Unit): Candidate[] {
    const length = after - first;
    wordFeatures(attributes, length, WORD_BITS, this.#features);
    this.#scoreWords(length);
    this.#chain.infer({
      length,
      scores: this.#scores,
      gapClass: attributes.columns.gapClass.subarray(MARGIN, MARGIN + length),
      beginsSentence: Uint8Array.from({ length }, (_, index) =>
        index === 0 || sentence[first + index] !== sentence[first + index - 1] ? 1 : 0,
      ),
    });
    return candidates(this.#chain, length);
  }

  /** The sums of the features' weights, each in a variable of its own: this is where most of the time goes. */
  #scoreWords(length: number): void {
    const { words } = this.#model;
    const features = this.#features;
    for (let word = 0; word < length; word++) {
      let [a, b, c, d, e, f, g, h, i] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
      for (let at = word * WORD_FEATURES; at < (word + 1) * WORD_FEATURES; at++) {
        const row = (features[at] ?? 0) * SCORES;
        a += words[row] ?? 0;
        b += words[row + 1] ?? 0;
        c += words[row + 2] ?? 0;
        d += words[row + 3] ?? 0;
        e += words[row + 4] ?? 0;
        f += words[row + 5] ?? 0;
        g += words[row + 6] ?? 0;
        h += words[row + 7] ?? 0;
        i += words[row + 8] ?? 0;
      }
      this.#scores.set([a, b, c, d, e, f, g, h, i], word * SCORES);
    }
  }

  #judge(all: readonly Candidate[], attributes: WordAttributes, words: ArticleWords, unit: Unit): JudgedUnit {
    const steps = stepsBetween(all, words, unit);
    const spanScores = Float64Array.from(all, (candidate) => {
      this.#list.clear();
      addSpanFeatures(this.#list, candidate, attributes, words, unit);
      return this.#sum();
    });
    const stepScores = new Float64Array(steps.from.length);
    for (let next = 0; next <= all.length; next++) {
      for (let step = steps.at[next] ?? 0; step < (steps.at[next + 1] ?? 0); step++) {
        this.#list.clear();
        addStepFeatures(this.#list, all[steps.from[step] ?? -1] ?? null, all[next] ?? null, attributes, words, unit);
        stepScores[step] = this.#sum();
      }
    }
    return { unit, all, steps, spanScores, stepScores, wordPosteriors: this.#chain.posteriors };
  }

  #sum(): number {
    const { values, length } = this.#list;
    const { lattice } = this.#model;
    let sum = 0;
    for (let at = 0; at < length; at++) sum += lattice[values[at] ?? 0] ?? 0;
    return sum;
  }
}
