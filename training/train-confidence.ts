import { CONFIDENCE_WEIGHTS, confidenceOf } from '../src/extract/attributions/confidence.ts';

/** What an attribution's confidence is judged by, and whether it was right. */
export interface Judged {
  readonly features: readonly number[];
  readonly isRight: boolean;
}

const ROUNDS = 3000;
const RATE = 0.5;

/** Learns the confidence by logistic regression, all examples at once; it is as sure as it was right on what it had not seen. */
export function trainConfidence(examples: readonly Judged[]): Float32Array {
  const weights = new Float32Array(CONFIDENCE_WEIGHTS);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Float64Array(CONFIDENCE_WEIGHTS);
    for (const { features, isRight } of examples) {
      const error = (isRight ? 1 : 0) - confidenceOf(features, weights);
      for (const [index, value] of features.entries()) gradient[index] = (gradient[index] ?? 0) + error * value;
    }
    for (const [index, value] of gradient.entries()) {
      weights[index] = (weights[index] ?? 0) + ((RATE / (1 + round / 500)) * value) / examples.length;
    }
  }
  return weights;
}
