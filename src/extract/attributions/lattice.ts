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
  const most = ((all.length + 1) * (all.length + 2)) / 2;
  const at = new Int32Array(all.length + 2);
  const from = new Int32Array(most);
  const kind = new Uint8Array(most);
  const role = new Uint8Array(all.length + 1).fill(NO_ROLE);
  const afters = new Int32Array(all.length);
  const sentenceOf = (word: number) => sentence[Math.min(count - 1, unit.first + word)] ?? 0;
  let step = 0;
  for (let next = 0; next <= all.length; next++) {
    at[next] = step;
    const candidate = all[next];
    const first = candidate?.first ?? unit.after - unit.first;
    const home = sentenceOf(first);
    const least = lastSure(all, first);
    if (least < 0) {
      from[step] = -1;
      kind[step++] = (home === sentenceOf(0) ? 0 : LEAVES) + (first === 0 ? 0 : 1);
    }
    for (let before = 0; before < next; before++) {
      const after = afters[before] ?? 0;
      if (after > first || after <= least) continue;
      from[step] = before;
      kind[step++] = (!candidate || home !== sentenceOf(after - 1) ? LEAVES : 0) + (after === first ? 0 : 1);
    }
    if (!candidate) continue;
    role[next] = candidate.role;
    afters[next] = candidate.after;
  }
  at[all.length + 1] = step;
  return { at, from: from.subarray(0, step), kind, role };
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
 *
 * What leads to a place is added up as shares of the sum there, whose logarithm is kept beside them, so that no product
 * leaves the range of numbers and there is one exponential a step.
 */
export class Lattice {
  /** How likely each candidate is; a new list for each unit. */
  posteriors: Float64Array = new Float64Array();
  /** How likely each step is; a new list for each unit. */
  stepPosteriors: Float64Array = new Float64Array();
  /** How often each of the MEMORY_WEIGHTS is expected to be used. */
  readonly memoryPosteriors = new Float64Array(MEMORY_WEIGHTS);
  logSum = 0;
  /** A row for the start, for each candidate and for the end, with an entry for each memory: its share of what leads there. */
  #alpha: Float64Array = new Float64Array();
  /** How much likelier each entry is in the end than its share. */
  #beta: Float64Array = new Float64Array();
  /** The logarithm of what a row's shares are shares of. */
  #scale: Float64Array = new Float64Array();
  /** What each step carries of the shares before it to those behind it, apart from what is remembered. */
  #factors: Float64Array = new Float64Array();
  #memory: Float64Array = new Float64Array();

  /** @param memory the exponentials of the MEMORY_WEIGHTS */
  infer(steps: Steps, spanScores: Float64Array, stepScores: Float64Array, memory: Float64Array): void {
    const count = steps.role.length - 1;
    this.#makeRoom(count + 2, steps.from.length);
    this.#memory = memory;
    this.#forward(steps, count, spanScores, stepScores);
    this.#backward(steps, count);
  }

  /** Arrays are used again for each unit, and grow by doubling. */
  #makeRoom(rows: number, steps: number): void {
    if (this.#scale.length < rows) {
      this.#scale = new Float64Array(2 * rows);
      this.#alpha = new Float64Array(2 * rows * MEMORIES);
      this.#beta = new Float64Array(2 * rows * MEMORIES);
    }
    if (this.#factors.length < steps) this.#factors = new Float64Array(2 * steps);
    this.posteriors = new Float64Array(rows - 2);
    this.stepPosteriors = new Float64Array(steps);
    this.memoryPosteriors.fill(0);
    this.#alpha.fill(0, 0, rows * MEMORIES);
    this.#beta.fill(0, 0, rows * MEMORIES);
  }

  #forward(steps: Steps, count: number, spanScores: Float64Array, stepScores: Float64Array): void {
    const [alpha, scale, factors, weights] = [this.#alpha, this.#scale, this.#factors, this.#memory];
    alpha[0] = 1;
    scale[0] = 0;
    for (let next = 0; next <= count; next++) {
      const row = (next + 1) * MEMORIES;
      const nextRole = steps.role[next] ?? NO_ROLE;
      const [begin, end] = [steps.at[next] ?? 0, steps.at[next + 1] ?? 0];
      let greatest = -Infinity;
      for (let step = begin; step < end; step++) {
        const score = (stepScores[step] ?? 0) + (scale[(steps.from[step] ?? -1) + 1] ?? 0);
        factors[step] = score;
        if (score > greatest) greatest = score;
      }
      for (let step = begin; step < end; step++) {
        const before = steps.from[step] ?? -1;
        const role = before < 0 ? NO_ROLE : (steps.role[before] ?? 0);
        const kind = steps.kind[step] ?? 0;
        const factor = Math.exp((factors[step] ?? 0) - greatest);
        factors[step] = factor;
        for (let seen = 0; seen < MEMORIES; seen++) {
          const share = alpha[(before + 1) * MEMORIES + seen] ?? 0;
          if (share === 0) continue;
          const to = row + (next < count ? remembered(seen, role, kind) : 0);
          alpha[to] = (alpha[to] ?? 0) + share * factor * (weights[memoryWeight(seen, role, nextRole, kind)] ?? 0);
        }
      }
      const sum = toShares(alpha, row);
      for (let step = begin; step < end; step++) factors[step] = (factors[step] ?? 0) / sum;
      scale[next + 1] = greatest + Math.log(sum) + (next < count ? (spanScores[next] ?? 0) : 0);
    }
    this.logSum = scale[count + 1] ?? 0;
  }

  #backward(steps: Steps, count: number): void {
    const [alpha, beta, factors, weights] = [this.#alpha, this.#beta, this.#factors, this.#memory];
    const { stepPosteriors, memoryPosteriors } = this;
    beta[(count + 1) * MEMORIES] = 1;
    // Where a step leads stands later, so it is done before.
    for (let next = count; next >= 0; next--) {
      const row = (next + 1) * MEMORIES;
      const nextRole = steps.role[next] ?? NO_ROLE;
      if (next < count) this.posteriors[next] = this.#posterior(row);
      for (let step = steps.at[next] ?? 0; step < (steps.at[next + 1] ?? 0); step++) {
        const before = steps.from[step] ?? -1;
        const role = before < 0 ? NO_ROLE : (steps.role[before] ?? 0);
        const kind = steps.kind[step] ?? 0;
        const factor = factors[step] ?? 0;
        let total = 0;
        for (let seen = 0; seen < MEMORIES; seen++) {
          const here = (before + 1) * MEMORIES + seen;
          const share = alpha[here] ?? 0;
          if (share === 0) continue;
          const weight = memoryWeight(seen, role, nextRole, kind);
          const onward = beta[row + (next < count ? remembered(seen, role, kind) : 0)] ?? 0;
          const way = factor * (weights[weight] ?? 0) * onward;
          beta[here] = (beta[here] ?? 0) + way;
          const posterior = share * way;
          total += posterior;
          memoryPosteriors[weight] = (memoryPosteriors[weight] ?? 0) + posterior;
        }
        stepPosteriors[step] = total;
      }
    }
  }

  #posterior(row: number): number {
    let sum = 0;
    for (let at = row; at < row + MEMORIES; at++) sum += (this.#alpha[at] ?? 0) * (this.#beta[at] ?? 0);
    return sum;
  }
}

/** Smaller shares are none, so that what they are multiplied by stays in the range of numbers. */
const LEAST_SHARE = 1e-250;

/** Divides a row by its sum, which it returns. */
function toShares(alpha: Float64Array, row: number): number {
  let sum = 0;
  for (let at = row; at < row + MEMORIES; at++) sum += alpha[at] ?? 0;
  for (let at = row; at < row + MEMORIES; at++) {
    const share = (alpha[at] ?? 0) / sum;
    alpha[at] = share < LEAST_SHARE ? 0 : share;
  }
  return sum;
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
