import fc from 'fast-check';
import { articleWords } from '../../../src/extract/attributions/article-words.ts';
import type { Candidate } from '../../../src/extract/attributions/candidates.ts';
import { CHOICE } from '../../../src/extract/attributions/choose-spans.ts';
import { Lattice, MEMORY_WEIGHTS, stepsBetween } from '../../../src/extract/attributions/lattice.ts';
import { latticeGradient, type LatticeAims, type LatticeScores } from '../../../training/lattice-gradient.ts';

const WORDS = articleWords('One two three. Four five six.');
const UNIT = { first: 0, after: WORDS.count };
/** Two annotated spans, and candidates that share words with them, or are one with another role. */
const GOLD = [
  { role: 1, first: 0, after: 1 },
  { role: 2, first: 2, after: 5 },
];
const ALL: readonly Candidate[] = [
  { role: 1, first: 0, after: 1 },
  { role: 0, first: 1, after: 2 },
  { role: 2, first: 1, after: 5 },
  { role: 2, first: 2, after: 5 },
  { role: 0, first: 2, after: 5 },
  { role: 2, first: 4, after: 6 },
].map((span) => ({ ...span, likelihood: 0.5, begins: 0.5, ends: 0.5, rank: 0 }));
const IS_GOLD = Uint8Array.of(1, 0, 0, 1, 0, 0);
const STEPS = stepsBetween(ALL, WORDS, UNIT);
const ANNOTATED = {
  unit: {
    article: 0,
    unit: UNIT,
    length: UNIT.after,
    at: 0,
    gapClass: new Int32Array(),
    beginsSentence: new Uint8Array(),
    gold: GOLD,
  },
  all: ALL,
  steps: STEPS,
  isGold: IS_GOLD,
};

/** What choosing each candidate gains besides what it must be worth: 1 if it is annotated, and by the words that are or are not. */
const RIGHT = [1, 0, 0, 1, 0, 0];
const WORDS_OVER = [0.5, -0.5, 1, 1.5, -1.5, 0];

const lattice = new Lattice();
function infer(spans: Float64Array, { steps, memory }: LatticeScores): Lattice {
  lattice.infer(STEPS, spans, steps, Float64Array.from(memory, Math.exp));
  return lattice;
}

/** What is aimed at, added up without any slope; what is annotated weighs the same however scores of others change. */
function objective(scores: LatticeScores, { margin, gain, wordGain }: LatticeAims): number {
  const marked = scores.spans.map((score, span) => score + (IS_GOLD[span] ? -margin : margin));
  const certain = scores.spans.map((score, span) => score + (IS_GOLD[span] ? 40 : -40));
  // The weight of the annotated choice alone: all others are as good as impossible.
  const ofAnnotated = infer(certain, scores).logSum - 2 * (40 + margin);
  const likelihood = ofAnnotated - infer(marked, scores).logSum;
  const { posteriors } = infer(scores.spans, scores);
  const expected = ALL.map(
    ({ role }, span) =>
      (posteriors[span] ?? 0) * ((RIGHT[span] ?? 0) - (CHOICE.worth[role] ?? 0) + wordGain * (WORDS_OVER[span] ?? 0)),
  );
  return likelihood + gain * expected.reduce((sum, one) => sum + one, 0);
}

const numbers = (count: number) =>
  fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: count, maxLength: count });
const LITTLE = 1e-3;

describe('latticeGradient', () => {
  it.each<[string, LatticeAims]>([
    ['the likelihood of what is annotated', { margin: 0, gain: 0, wordGain: 0 }],
    ['that with a margin', { margin: 0.5, gain: 0, wordGain: 0 }],
    ['what choosing gains as well', { margin: 0.5, gain: 3, wordGain: 0 }],
    ['what words gain as well', { margin: 0.5, gain: 3, wordGain: 0.4 }],
  ])('is the slope of %s', (_, aims) => {
    fc.assert(
      fc.property(numbers(ALL.length), numbers(STEPS.from.length), numbers(MEMORY_WEIGHTS), (spans, steps, memory) => {
        const scores = {
          spans: Float64Array.from(spans),
          steps: Float64Array.from(steps),
          memory: Float32Array.from(memory),
        };
        const found = latticeGradient(ANNOTATED, new Lattice(), scores, aims);
        const slope = (name: 'spans' | 'steps', at: number): number => {
          const moved = (by: number) => {
            const changed = { ...scores, [name]: scores[name].map((score, one) => (one === at ? score + by : score)) };
            return objective(changed, aims);
          };
          return (moved(LITTLE) - moved(-LITTLE)) / (2 * LITTLE);
        };
        for (const at of scores.spans.keys()) expect(found.spans[at]).toBeCloseTo(slope('spans', at), 2);
        for (const at of scores.steps.keys()) expect(found.steps[at]).toBeCloseTo(slope('steps', at), 2);
      }),
      { numRuns: 25 },
    );
  });

  it('tells how unlikely what is annotated is', () => {
    const scores = {
      spans: new Float64Array(ALL.length),
      steps: new Float64Array(STEPS.from.length),
      memory: new Float32Array(MEMORY_WEIGHTS),
    };
    // All choices weigh the same: none, one of the last five, or the second and one of the last three, each with the first or without it.
    const aims = { margin: 0, gain: 0, wordGain: 0 };
    expect(latticeGradient(ANNOTATED, new Lattice(), scores, aims).loss).toBeCloseTo(Math.log(18), 6);
  });
});
