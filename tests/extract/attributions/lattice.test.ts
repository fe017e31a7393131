import fc from 'fast-check';
import { articleWords } from '../../../src/extract/attributions/article-words.ts';
import type { Candidate } from '../../../src/extract/attributions/candidates.ts';
import { countMemory, Lattice, MEMORY_WEIGHTS, stepsBetween } from '../../../src/extract/attributions/lattice.ts';

const TEXT = 'One two three. Four five six.';
const WORDS = articleWords(TEXT);
const UNIT = { first: 0, after: WORDS.count };

const candidate = fc
  .record({ role: fc.nat(2), first: fc.nat(5), length: fc.integer({ min: 1, max: 3 }) })
  .map(({ role, first, length }): Candidate => {
    const after = Math.min(6, first + length);
    return { role, first, after, likelihood: 0.5, begins: 0.5, ends: 0.5, rank: 0 };
  });
const candidates = fc
  .uniqueArray(candidate, { selector: ({ role, first, after }) => [role, first, after].join(), maxLength: 6 })
  .map((all) => all.sort((a, b) => a.first - b.first || a.after - b.after || a.role - b.role));
const scores = (count: number) =>
  fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: count, maxLength: count });

/** Every choice of candidates that share no words, as numbers in order. */
function choices(all: readonly Candidate[], from = 0, end = 0): number[][] {
  const found: number[][] = [[]];
  for (let next = from; next < all.length; next++) {
    const one = all[next];
    if (one && one.first >= end) found.push(...choices(all, next + 1, one.after).map((rest) => [next, ...rest]));
  }
  return found;
}

describe('Lattice', () => {
  it('finds what adding up all choices one by one finds', () => {
    fc.assert(
      fc.property(candidates, scores(6), scores(64), scores(MEMORY_WEIGHTS), (all, ofSpans, ofSteps, ofMemory) => {
        const steps = stepsBetween(all, WORDS, UNIT);
        const spanScores = Float64Array.from(ofSpans.slice(0, all.length));
        const stepScores = Float64Array.from(steps.from, (_, step) => ofSteps[step % 64] ?? 0);
        const memory = Float32Array.from(ofMemory);
        const lattice = new Lattice();
        lattice.infer(steps, spanScores, stepScores, Float64Array.from(memory, Math.exp));
        let total = 0;
        const masses = new Float64Array(all.length);
        for (const choice of choices(all)) {
          const nexts = [...choice, all.length];
          const chosen = nexts.map((next, index) => {
            const before = index === 0 ? -1 : (nexts[index - 1] ?? -1);
            for (let step = steps.at[next] ?? 0; step < (steps.at[next + 1] ?? 0); step++) {
              if (steps.from[step] === before) return step;
            }
            throw new Error('a step is missing');
          });
          const used = new Float64Array(MEMORY_WEIGHTS);
          countMemory(steps, chosen, nexts, used);
          const own =
            choice.reduce((sum, one) => sum + (spanScores[one] ?? 0), 0) +
            chosen.reduce((sum, step) => sum + (stepScores[step] ?? 0), 0) +
            used.reduce((sum, times, weight) => sum + times * (memory[weight] ?? 0), 0);
          total += Math.exp(own);
          for (const one of choice) masses[one] = (masses[one] ?? 0) + Math.exp(own);
        }
        expect(lattice.logSum).toBeCloseTo(Math.log(total), 6);
        for (const [one, mass] of masses.entries()) expect(lattice.posteriors[one]).toBeCloseTo(mass / total, 6);
      }),
    );
  });

  it('does not step over a candidate that is sure', () => {
    const sure = { role: 1, first: 2, after: 3, likelihood: 0.99, begins: 0.99, ends: 0.99, rank: 0 };
    const unsure = { ...sure, first: 4, after: 5, likelihood: 0.5 };
    const steps = stepsBetween([sure, unsure], WORDS, UNIT);
    const into = (next: number) => [...steps.from.slice(steps.at[next], steps.at[next + 1])];
    expect([into(0), into(1), into(2)]).toEqual([[-1], [0], [0, 1]]);
  });
});
