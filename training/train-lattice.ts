import { Lattice, MEMORY_WEIGHTS } from '../src/extract/attributions/lattice.ts';
import { type LatticeAims, latticeGradient } from './lattice-gradient.ts';
import type { LatticeUnit } from './lattice-data.ts';
import { random, shuffled } from './random.ts';

/** What is learnt of the lattice. */
export interface LatticeWeights {
  readonly features: Float32Array;
  readonly memory: Float32Array;
}

export interface LatticeOptions extends LatticeAims {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly damping: number;
  readonly l2: number;
  readonly dropout: number;
  readonly seed: number;
}

/** Scores of a list of things, each the sum of its features' weights. */
export function scoreAll(at: Int32Array, features: Int32Array, weights: Float32Array): Float64Array {
  const scores = new Float64Array(at.length - 1);
  for (let thing = 0; thing < scores.length; thing++) {
    let sum = 0;
    for (let index = at[thing] ?? 0; index < (at[thing + 1] ?? 0); index++) sum += weights[features[index] ?? 0] ?? 0;
    scores[thing] = sum;
  }
  return scores;
}

const LEAST_GRADIENT = 1e-3;
/** The memory's weights are few and frequent; they learn at a rate of their own. */
const MEMORY_RATE = 0.02;

/** Learns the lattice's weights, as the chain's are learnt. */
export function trainLattice(
  units: readonly LatticeUnit[],
  options: LatticeOptions,
  say: (line: string) => void,
): LatticeWeights {
  const { bits, epochs, rate, damping, l2, dropout, seed } = options;
  const size = 2 ** bits;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(damping);
  const sum = new Float32Array(size);
  const memory = new Float32Array(MEMORY_WEIGHTS);
  const memorySquares = new Float32Array(MEMORY_WEIGHTS).fill(0.1);
  const memorySum = new Float32Array(MEMORY_WEIGHTS);
  const lattice = new Lattice();
  const next = random(seed);
  const scale = 1 / (1 - dropout);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0;
    const epochRate = rate * (epoch < epochs / 2 ? 1 : 1 - (0.7 * (epoch - epochs / 2)) / (epochs / 2));
    for (const index of shuffled(units.length, next)) {
      const unit = units[index];
      if (!unit || unit.all.length === 0) continue;
      const spanFeatures = thinned(unit.spanFeatures, dropout, next, size);
      const stepFeatures = thinned(unit.stepFeatures, dropout, next, size);
      const scores = {
        spans: scoreAll(unit.spanAt, spanFeatures, weights).map((score) => score * scale),
        steps: scoreAll(unit.stepAt, stepFeatures, weights).map((score) => score * scale),
        memory,
      };
      const gradient = latticeGradient(unit, lattice, scores, options);
      loss += gradient.loss;
      const update = (at: Int32Array, features: Int32Array, gradients: Float64Array): void => {
        for (const [thing, by] of gradients.entries()) {
          if (Math.abs(by) < LEAST_GRADIENT) continue;
          for (let index = at[thing] ?? 0; index < (at[thing + 1] ?? 0); index++) {
            const slot = features[index] ?? 0;
            if (slot === size) continue;
            const square = (squares[slot] ?? 0) + by * by;
            squares[slot] = square;
            const weight = weights[slot] ?? 0;
            weights[slot] = weight + (epochRate * (by - l2 * weight)) / Math.sqrt(square);
          }
        }
      };
      update(unit.spanAt, spanFeatures, gradient.spans);
      update(unit.stepAt, stepFeatures, gradient.steps);
      for (const [weight, by] of gradient.memory.entries()) {
        if (Math.abs(by) < LEAST_GRADIENT) continue;
        const square = (memorySquares[weight] ?? 0) + by * by;
        memorySquares[weight] = square;
        memory[weight] = (memory[weight] ?? 0) + (MEMORY_RATE * by) / Math.sqrt(square);
      }
    }
    if (epoch >= epochs / 2) {
      averaged++;
      for (let slot = 0; slot < size; slot++) sum[slot] = (sum[slot] ?? 0) + (weights[slot] ?? 0);
      for (const [weight, value] of memory.entries()) memorySum[weight] = (memorySum[weight] ?? 0) + value;
    }
    say(`lattice, round ${String(epoch + 1)}: loss ${(loss / units.length).toFixed(3)} a unit`);
  }
  return {
    features: sum.map((value) => value / averaged),
    memory: memorySum.map((value) => value / averaged),
  };
}

/** The features with a share of them, at random, replaced by one that has no weight. */
function thinned(features: Int32Array, dropout: number, next: () => number, none: number): Int32Array {
  if (dropout === 0) return features;
  let noise = Math.floor(next() * 2 ** 32) | 1;
  const least = Math.floor(dropout * 2 ** 32);
  return features.map((feature) => {
    noise ^= noise << 13;
    noise ^= noise >>> 17;
    noise ^= noise << 5;
    return noise >>> 0 < least ? none : feature;
  });
}
