import type { ArticleWords } from './article-words.ts';
import type { Candidate } from './candidates.ts';
import { CHOICE, chooseSpans } from './choose-spans.ts';
import type { FoundSpan } from './found-span.ts';
import { Lattice, type Steps } from './lattice.ts';
import type { Linker } from './link.ts';
import { LEAST_NEEDED, rescue } from './rescue.ts';
import type { Unit } from './units.ts';

/** A unit's candidates with everything that speaks for and against them. Scores are logarithms. */
export interface JudgedUnit {
  readonly unit: Unit;
  readonly all: readonly Candidate[];
  readonly steps: Steps;
  readonly spanScores: Float64Array;
  readonly stepScores: Float64Array;
  /** SCORES numbers for each word, from the chain. */
  readonly wordPosteriors: Float64Array;
}

/** What makes a span as good as certain. */
const CERTAIN = 12;

/** Decides which candidates are spans. */
export class UnitDecoder {
  readonly #memory: Float64Array;
  readonly #linker: Linker | null;
  readonly #lattice = new Lattice();

  /** @param linker tells which spans are left alone; without it none is looked for that another needs */
  constructor(memory: Float32Array, linker: Linker | null) {
    this.#memory = Float64Array.from(memory, Math.exp);
    this.#linker = linker;
  }

  /** The unit's spans, in order. */
  decode(judged: JudgedUnit, words: ArticleWords, choice = CHOICE, least = LEAST_NEEDED): FoundSpan[] {
    const { unit, all, steps, spanScores, stepScores, wordPosteriors } = judged;
    this.#lattice.infer(steps, spanScores, stepScores, this.#memory);
    const { posteriors } = this.#lattice;
    const place = (index: number): FoundSpan => {
      const { role, first, after } = all[index] ?? NONE;
      return { role, first: unit.first + first, after: unit.first + after, likelihood: posteriors[index] ?? 0 };
    };
    const chosen = chooseSpans(all, posteriors, wordPosteriors, unit.after - unit.first, choice);
    const spans = chosen.map(place);
    const alone = this.#linker?.alone(spans, words) ?? [];
    if (alone.length === 0) return spans;
    const sure = Float64Array.from(spanScores);
    for (const index of chosen) sure[index] = (sure[index] ?? 0) + CERTAIN;
    this.#lattice.infer(steps, sure, stepScores, this.#memory);
    const lonely = alone.map((one) => chosen[one] ?? 0);
    const needed = rescue(all, chosen, lonely, this.#lattice.posteriors, least);
    return [...spans, ...needed.map(place)].sort((a, b) => a.first - b.first);
  }
}

const NONE = { role: 0, first: 0, after: 0 };
