import type { ArticleWords } from './article-words.ts';
import type { Candidate } from './candidates.ts';
import { ROLE_COUNT } from './role.ts';
import type { Unit } from './units.ts';

/** The ways from one candidate to the next: every two that share no words, the unit's start and its end. */
export interface Steps {
  /** Where the steps into a candidate begin in `from`; then come those into the unit's end, and where they end. */
  readonly at: Int32Array;
  /** Number of the candidate that a step comes from, or -1 for the start. */
  readonly from: Int32Array;
  /** Kind of a step, below STEP_KINDS: whether it leaves a sentence, and whether words stand between. */
  readonly kind: Uint8Array;
  /** Role of each candidate, and NO_ROLE for the unit's end. */
  readonly role: Uint8Array;
}

const STEP_KINDS = 4;
const LEAVES = 2;
const NO_ROLE = ROLE_COUNT;
/** Which roles had a span in the sentence, one bit each. */
const MEMORIES = 1 << ROLE_COUNT;
const ROLES_AND_NONE = ROLE_COUNT + 1;

/** How many weights steps have by what is remembered, apart from the features of the step itself. */
export const MEMORY_WEIGHTS = MEMORIES * ROLES_AND_NONE * ROLES_AND_NONE * STEP_KINDS;

/** A candidate from this likelihood on is not stepped over: where it fits between two, there is no step from one to the other. */
const SURE = 0.96;

/** The steps between candidates in order of place. */
export function stepsBetween(all: readonly Candidate[], { sentence, count }: ArticleWords, unit: Unit): Steps {
  const at = new Int32Array(all.length + 2);
  const from: number[] = [];
  const kind: number[] = [];
  const sentenceOf = (word: number) => sentence[Math.min(count - 1, unit.first + word)] ?? 0;
  for (let next = 0; next <= all.length; next++) {
    at[next] = from.length;
    const first = all[next]?.first ?? unit.after - unit.first;
    const isEnd = next === all.length;
    const least = lastSure(all, first);
    if (least < 0) {
      from.push(-1);
      kind.push((sentenceOf(first) === sentenceOf(0) ? 0 : LEAVES) + (first === 0 ? 0 : 1));
    }
    for (let before = 0; before < next; before++) {
      const after = all[before]?.after ?? 0;
      if (after > first || after <= least) continue;
      from.push(before);
      kind.push((isEnd || sentenceOf(first) !== sentenceOf(after - 1) ? LEAVES : 0) + (after === first ? 0 : 1));
    }
  }
  at[all.length + 1] = from.length;
  const role = Uint8Array.from([...all.map((one) => one.role), NO_ROLE]);
  return { at, from: Int32Array.from(from), kind: Uint8Array.from(kind), role };
}

/** The first word of the last candidate before a word that is sure, or -1. */
function lastSure(all: readonly Candidate[], word: number): number {
  for (let at = all.length - 1; at >= 0; at--) {
    const one = all[at];
    if (one && one.after <= word && one.likelihood >= SURE) return one.first;
  }
  return -1;
}

/** What a step leads to and weighs, given what was remembered where it begins. */
function memoryWeight(memory: number, role: number, nextRole: number, kind: number): number {
  const seen = role === NO_ROLE ? memory : memory | (1 << role);
  return ((seen * ROLES_AND_NONE + role) * ROLES_AND_NONE + nextRole) * STEP_KINDS + kind;
}

const remembered = (memory: number, role: number, kind: number): number =>
  kind & LEAVES ? 0 : role === NO_ROLE ? memory : memory | (1 << role);

/**
 * A semi-Markov conditional random field (Sarawagi and Cohen, 2004) over the candidates of a unit: sums over all ways to
 * choose some that share no words. It remembers which roles the sentence has had, since a cue without a content is rarely
 * right. Scores are logarithms.
 */
export class Lattice {
  /** How likely each candidate is. */
  posteriors: Float64Array = new Float64Array();
  /** How likely each step is. */
  stepPosteriors: Float64Array = new Float64Array();
  /** How often each of the MEMORY_WEIGHTS is expected to be used. */
  readonly memoryPosteriors = new Float64Array(MEMORY_WEIGHTS);
  logSum = 0;
  #alpha: Float64Array = new Float64Array();
  #beta: Float64Array = new Float64Array();

  infer(steps: Steps, spanScores: Float64Array, stepScores: Float64Array, memory: Float32Array): void {
    const count = steps.role.length - 1;
    this.posteriors = new Float64Array(count);
    this.stepPosteriors = new Float64Array(steps.from.length);
    this.memoryPosteriors.fill(0);
    this.#forward(steps, count, spanScores, stepScores, memory);
    this.#backward(steps, count, spanScores, stepScores, memory);
  }

  /** Alpha has a row for the start, for each candidate and for the end; a row has an entry for each memory. */
  #forward(
    steps: Steps,
    count: number,
    spanScores: Float64Array,
    stepScores: Float64Array,
    weights: Float32Array,
  ): void {
    const alpha = new Float64Array((count + 2) * MEMORIES).fill(-Infinity);
    alpha[0] = 0;
    for (let next = 0; next <= count; next++) {
      const row = (next + 1) * MEMORIES;
      const nextRole = steps.role[next] ?? NO_ROLE;
      const own = next < count ? (spanScores[next] ?? 0) : 0;
      for (let step = steps.at[next] ?? 0; step < (steps.at[next + 1] ?? 0); step++) {
        const before = steps.from[step] ?? -1;
        const role = before < 0 ? NO_ROLE : (steps.role[before] ?? 0);
        const kind = steps.kind[step] ?? 0;
        const score = (stepScores[step] ?? 0) + own;
        for (let seen = 0; seen < MEMORIES; seen++) {
          const reached = alpha[(before + 1) * MEMORIES + seen] ?? -Infinity;
          if (reached === -Infinity) continue;
          const to = row + (next < count ? remembered(seen, role, kind) : 0);
          const way = reached + score + (weights[memoryWeight(seen, role, nextRole, kind)] ?? 0);
          alpha[to] = logAdd(alpha[to] ?? -Infinity, way);
        }
      }
    }
    this.#alpha = alpha;
    this.logSum = alpha[(count + 1) * MEMORIES] ?? 0;
  }

  #backward(
    steps: Steps,
    count: number,
    spanScores: Float64Array,
    stepScores: Float64Array,
    weights: Float32Array,
  ): void {
    const [alpha, beta] = [this.#alpha, new Float64Array((count + 2) * MEMORIES).fill(-Infinity)];
    this.#beta = beta;
    beta[(count + 1) * MEMORIES] = 0;
    // Where a step leads stands later, so it is done before.
    for (let next = count; next >= 0; next--) {
      const row = (next + 1) * MEMORIES;
      const nextRole = steps.role[next] ?? NO_ROLE;
      const own = next < count ? (spanScores[next] ?? 0) : 0;
      if (next < count) this.posteriors[next] = this.#posterior(row);
      for (let step = steps.at[next] ?? 0; step < (steps.at[next + 1] ?? 0); step++) {
        const before = steps.from[step] ?? -1;
        const role = before < 0 ? NO_ROLE : (steps.role[before] ?? 0);
        const kind = steps.kind[step] ?? 0;
        const score = (stepScores[step] ?? 0) + own;
        let total = 0;
        for (let seen = 0; seen < MEMORIES; seen++) {
          const here = (before + 1) * MEMORIES + seen;
          const reached = alpha[here] ?? -Infinity;
          const onward = beta[row + (next < count ? remembered(seen, role, kind) : 0)] ?? -Infinity;
          if (reached === -Infinity || onward === -Infinity) continue;
          const weight = memoryWeight(seen, role, nextRole, kind);
          const way = score + (weights[weight] ?? 0) + onward;
          beta[here] = logAdd(beta[here] ?? -Infinity, way);
          const posterior = Math.exp(reached + way - this.logSum);
          total += posterior;
          this.memoryPosteriors[weight] = (this.memoryPosteriors[weight] ?? 0) + posterior;
        }
        this.stepPosteriors[step] = total;
      }
    }
  }

  #posterior(row: number): number {
    let sum = 0;
    for (let at = row; at < row + MEMORIES; at++) {
      if (this.#alpha[at] !== -Infinity) sum += Math.exp((this.#alpha[at] ?? 0) + (this.#beta[at] ?? 0) - this.logSum);
    }
    return sum;
  }
}

/** Adds one for each of the memory's weights that a choice of candidates uses, in order; -1 in `chosenSteps` are none. */
export function countMemory(
  steps: Steps,
  chosenSteps: readonly number[],
  nexts: readonly number[],
  into: Float64Array,
): void {
  let memory = 0;
  for (const [index, step] of chosenSteps.entries()) {
    const before = steps.from[step] ?? -1;
    const role = before < 0 ? NO_ROLE : (steps.role[before] ?? 0);
    const kind = steps.kind[step] ?? 0;
    const weight = memoryWeight(memory, role, steps.role[nexts[index] ?? 0] ?? NO_ROLE, kind);
    into[weight] = (into[weight] ?? 0) + 1;
    memory = remembered(memory, role, kind);
  }
}

function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b;
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
}
