import { CHOICE } from '../src/extract/attributions/choose-spans.ts';
import { countMemory, type Lattice, MEMORY_WEIGHTS } from '../src/extract/attributions/lattice.ts';
import { ROLE_COUNT } from '../src/extract/attributions/role.ts';
import type { LatticeUnit } from './lattice-data.ts';

/** What of a unit tells which candidates are annotated. */
type AnnotatedUnit = Pick<LatticeUnit, 'unit' | 'all' | 'steps' | 'isGold'>;

/** What the lattice learns towards. */
export interface LatticeAims {
  /** By how much, as a logarithm, what is annotated has to outweigh what is not (softmax-margin, Gimpel and Smith, 2010). */
  readonly margin: number;
  /** How much what is gained counts beside the likelihood of what is annotated. */
  readonly gain: number;
  /** What a span gains or loses for each of its words that is or is not in an annotated one of its role. */
  readonly wordGain: number;
}

/** Scores that the weights add up to for a unit, as logarithms. */
export interface LatticeScores {
  readonly spans: Float64Array;
  readonly steps: Float64Array;
  /** The MEMORY_WEIGHTS. */
  readonly memory: Float32Array;
}

/** How far scores are moved to see what that changes. */
const MOVE = 0.02;

/** By how much each score of a unit should rise. */
export interface LatticeGradient {
  readonly spans: Float64Array;
  readonly steps: Float64Array;
  /** For each of the MEMORY_WEIGHTS. */
  readonly memory: Float64Array;
  /** How unlikely what is annotated was, margin included, as a logarithm. */
  readonly loss: number;
}

/**
 * By how much each score should rise for two aims: that what is annotated be likely, and that choosing spans by their likelihood
 * gain much by the measure they are chosen by (training for the least risk, Smith and Eisner, 2006). The first alone spends its
 * strength on what is annotated and unlikely for good reason; the second alone tells too little where all is unlikely yet.
 *
 * @param lattice infers; what it holds of another unit is lost
 */
export function latticeGradient(
  unit: AnnotatedUnit,
  lattice: Lattice,
  scores: LatticeScores,
  { margin, gain, wordGain }: LatticeAims,
): LatticeGradient {
  const spans = Float64Array.from(unit.isGold);
  const memory = new Float64Array(MEMORY_WEIGHTS);
  const steps = stepsOfGold(unit, memory);
  const memoryFactors = Float64Array.from(scores.memory, Math.exp);
  const addLikelihoods = (spanScores: Float64Array, times: number): void => {
    lattice.infer(unit.steps, spanScores, scores.steps, memoryFactors);
    add(spans, lattice.posteriors, times);
    add(steps, lattice.stepPosteriors, times);
    add(memory, lattice.memoryPosteriors, times);
  };
  const marked = scores.spans.map((score, span) => score + (unit.isGold[span] ? -margin : margin));
  const ofAnnotated = inner(spans, marked) + inner(steps, scores.steps) + inner(memory, scores.memory);
  addLikelihoods(marked, -1);
  const loss = lattice.logSum - ofAnnotated;
  // What is expected to be gained changes with a score as that score's likelihood does when all scores move by their gains.
  const gains = gainsOf(unit, wordGain);
  for (const move of [MOVE, -MOVE]) {
    const moved = scores.spans.map((score, span) => score + move * (gains[span] ?? 0));
    addLikelihoods(moved, gain / (2 * move));
  }
  return { spans, steps, memory, loss };
}

/** What choosing each candidate gains, by the measure that spans are chosen by. */
function gainsOf({ all, isGold, unit }: AnnotatedUnit, wordGain: number): Float64Array {
  const isAnnotated = Array.from({ length: ROLE_COUNT }, () => new Uint8Array(unit.length));
  for (const { role, first, after } of unit.gold) isAnnotated[role]?.fill(1, first, after);
  return Float64Array.from(all, ({ role, first, after }, span) => {
    let over = 0;
    for (let word = first; word < after; word++) over += (isAnnotated[role]?.[word] ?? 0) - 0.5;
    return (isGold[span] ?? 0) - (CHOICE.worth[role] ?? 0) + wordGain * over;
  });
}

/** The steps from each annotated span to the next; counts which weights of the memory they use. */
function stepsOfGold({ all, steps, isGold }: AnnotatedUnit, memory: Float64Array): Float64Array {
  const gold = new Float64Array(steps.from.length);
  const [chosen, nexts]: [number[], number[]] = [[], []];
  let before = -1;
  for (let next = 0; next <= all.length; next++) {
    if (next < all.length && !isGold[next]) continue;
    for (let step = steps.at[next] ?? 0; step < (steps.at[next + 1] ?? 0); step++) {
      if (steps.from[step] !== before) continue;
      gold[step] = 1;
      chosen.push(step);
      nexts.push(next);
    }
    before = next;
  }
  countMemory(steps, chosen, nexts, memory);
  return gold;
}

function add(into: Float64Array, numbers: Float64Array, times: number): void {
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) + times * (numbers[at] ?? 0);
}

function inner(left: Float64Array, right: Float64Array | Float32Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}
