import type { LinkChoice } from './link-data.ts';
import { random, shuffled } from './random.ts';
import { scoreAll } from './train-lattice.ts';

export interface LinkOptions {
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
}

/** Learns to choose by a log-linear model; where several options are right, their likelihoods count together. */
export function trainLinks(choices: readonly LinkChoice[], { bits, epochs, rate, seed }: LinkOptions): Float32Array {
  const weights = new Float32Array(2 ** bits);
  const squares = new Float32Array(2 ** bits).fill(0.1);
  const sum = new Float32Array(2 ** bits);
  const next = random(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const index of shuffled(choices.length, next)) {
      const choice = choices[index];
      if (!choice) continue;
      const { at, features, isRight } = choice;
      const all = softmax(scoreAll(at, features, weights));
      const right = all.reduce((total, one, option) => total + (isRight[option] ? one : 0), 0);
      for (const [option, likelihood] of all.entries()) {
        const gradient = (isRight[option] ? likelihood / Math.max(right, 1e-9) : 0) - likelihood;
        if (Math.abs(gradient) < 1e-3) continue;
        for (let feature = at[option] ?? 0; feature < (at[option + 1] ?? 0); feature++) {
          const slot = features[feature] ?? 0;
          const square = (squares[slot] ?? 0) + gradient * gradient;
          squares[slot] = square;
          weights[slot] = (weights[slot] ?? 0) + (rate * gradient) / Math.sqrt(square);
        }
      }
    }
    for (let slot = 0; slot < sum.length; slot++) sum[slot] = (sum[slot] ?? 0) + (weights[slot] ?? 0);
  }
  return sum.map((value) => value / epochs);
}

function softmax(scores: Float64Array): Float64Array {
  const greatest = Math.max(...scores);
  const factors = scores.map((score) => Math.exp(score - greatest));
  const total = factors.reduce((sum, factor) => sum + factor, 0);
  return factors.map((factor) => factor / total);
}
