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
import { StepScorer } from './step-scores.ts';
import { Tagger } from './tagger.ts';
import { LONGEST_UNIT, type Unit, units } from './units.ts';
import { MARGIN, WordAttributes } from './word-attributes.ts';
import { WORD_FEATURES, wordFeatures } from './word-features.ts';
import { scoreWords } from './word-scores.ts';

/** Finds the spans of an article, unit by unit: candidates by the chain, then the best of them by the lattice. */
export class SpanFinder {
  readonly #model: Model;
  readonly #chain: Chain;
  readonly #decoder: UnitDecoder;
  readonly #list = new FeatureList(LATTICE_BITS);
  readonly #steps: StepScorer;
  readonly #features = new Int32Array(LONGEST_UNIT * WORD_FEATURES);
  readonly #scores = new Float32Array(LONGEST_UNIT * SCORES);
  readonly #tagger: Tagger;

  constructor(model: Model, linker: Linker) {
    this.#decoder = new UnitDecoder(model.memory, linker);
    this.#model = model;
    this.#tagger = new Tagger(model.tags);
    this.#steps = new StepScorer(model.lattice, this.#list);
    this.#chain = new Chain(Float64Array.from(model.arcs, Math.exp));
  }

  /** The spans of one unit after another. */
  *find(words: ArticleWords): Generator<FoundSpan[]> {
    const attributes = new WordAttributes(words, new ArticleMemory(words));
    for (const unit of units(words)) {
      attributes.describe(unit);
      const all = this.#candidates(attributes, unit.after - unit.first);
      if (all.length === 0) continue;
      attributes.describeClauses(this.#tagger);
      yield this.#decoder.decode(this.#judge(all, attributes, words, unit), words);
    }
  }

  #candidates(attributes: WordAttributes, length: number): Candidate[] {
    wordFeatures(attributes, length, WORD_BITS, this.#features);
    scoreWords(this.#features, length, this.#model.words, this.#scores);
    this.#chain.infer({
      length,
      scores: this.#scores,
      gapClass: attributes.columns.gapClass.subarray(MARGIN, MARGIN + length),
      beginsSentence: attributes.beginsSentence,
    });
    return candidates(this.#chain, length);
  }

  #judge(all: readonly Candidate[], attributes: WordAttributes, words: ArticleWords, unit: Unit): JudgedUnit {
    const steps = stepsBetween(all, words, unit);
    const spanScores = new Float64Array(all.length);
    for (const [index, candidate] of all.entries()) {
      this.#list.clear();
      addSpanFeatures(this.#list, candidate, attributes, words, unit);
      spanScores[index] = this.#model.lattice.sum(this.#list.values, this.#list.length);
    }
    const stepScores = this.#steps.score(all, steps, attributes, words, unit);
    return { unit, all, steps, spanScores, stepScores, wordPosteriors: this.#chain.posteriors };
  }
}
