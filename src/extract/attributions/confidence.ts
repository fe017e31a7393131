import type { FoundSpan } from './found-span.ts';
import type { LinkedSpans } from './links.ts';

/** How many weights the confidence is made of: one for each number of `confidenceFeatures`. */
export const CONFIDENCE_WEIGHTS = 8;

/** What the confidence in an attribution is judged by. */
export function confidenceFeatures(linked: LinkedSpans, spans: readonly FoundSpan[]): number[] {
  const likelihood = (index: number) => spans[index]?.likelihood ?? 1;
  const contents = linked.contents.map(likelihood);
  return [
    1,
    linked.cue < 0 ? 1 : 0,
    linked.source < 0 ? 1 : 0,
    linked.contents.length - 1,
    logit(likelihood(linked.cue)),
    logit(likelihood(linked.source)),
    logit(contents.reduce((product, one) => product * one, 1)),
    logit(linked.likelihood),
  ];
}

/** The likelihood, by logistic regression, that an attribution is right in all its parts and edges. */
export function confidenceOf(features: readonly number[], weights: Float32Array): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)));
}

function logit(likelihood: number): number {
  const bounded = Math.max(0.01, Math.min(0.99, likelihood));
  return Math.log(bounded / (1 - bounded));
}
