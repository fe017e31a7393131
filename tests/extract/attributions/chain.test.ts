import fc from 'fast-check';
import { ARC_WEIGHTS, Chain, SCORES } from '../../../src/extract/attributions/chain.ts';
import { GAP_CLASSES } from '../../../src/extract/attributions/gap.ts';
import { random } from '../../../training/random.ts';

const LENGTH = 7;
const input = fc.record({
  scores: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
    minLength: LENGTH * SCORES,
    maxLength: LENGTH * SCORES,
  }),
  gaps: fc.array(fc.nat(GAP_CLASSES - 1), { minLength: LENGTH, maxLength: LENGTH }),
  begins: fc.array(fc.nat(1), { minLength: LENGTH, maxLength: LENGTH }),
  seed: fc.nat(),
});

function inferred({
  scores,
  gaps,
  begins,
  seed,
}: {
  scores: number[];
  gaps: number[];
  begins: number[];
  seed: number;
}): Chain {
  const next = random(seed);
  const chain = new Chain(Float64Array.from({ length: ARC_WEIGHTS }, () => Math.exp(next() - 0.5)));
  chain.infer({
    length: LENGTH,
    scores: Float32Array.from(scores),
    gapClass: Int32Array.from(gaps),
    beginsSentence: Uint8Array.from(begins),
  });
  return chain;
}

describe('Chain', () => {
  it('finds for all spans that begin with a word together what it finds for their first word', () => {
    fc.assert(
      fc.property(input, fc.nat(LENGTH - 1), fc.nat(2), (given, first, role) => {
        const chain = inferred(given);
        let sum = 0;
        chain.spansFrom(first, role, 0, (_, posterior) => (sum += posterior));
        expect(sum).toBeCloseTo(chain.posteriors[first * SCORES + 3 + role] ?? NaN, 9);
      }),
    );
  });

  it('finds every word in at most one span, and as many first words as last ones', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { posteriors } = inferred(given);
        const edges = [0, 0];
        for (let word = 0; word < LENGTH; word++) {
          const own = [...posteriors.slice(word * SCORES, (word + 1) * SCORES)];
          expect(own.slice(0, 3).reduce((sum, one) => sum + one, 0)).toBeLessThan(1 + 1e-9);
          edges[0] = (edges[0] ?? 0) + own.slice(3, 6).reduce((sum, one) => sum + one, 0);
          edges[1] = (edges[1] ?? 0) + own.slice(6, 9).reduce((sum, one) => sum + one, 0);
        }
        expect(edges[0]).toBeCloseTo(edges[1] ?? NaN, 9);
      }),
    );
  });

  it('follows scores that leave no doubt', () => {
    const scores = new Array<number>(LENGTH * SCORES).fill(-5);
    for (const word of [2, 3, 4]) scores[word * SCORES + 2] = 20;
    scores[2 * SCORES + 5] = 10;
    scores[4 * SCORES + 8] = 10;
    const chain = inferred({ scores, gaps: new Array<number>(LENGTH).fill(0), begins: [1, 0, 0, 0, 0, 0, 0], seed: 1 });
    const found: [number, number][] = [];
    chain.spansFrom(2, 2, 1e-6, (last, posterior) => {
      if (posterior > 0.9) found.push([last, Math.round(posterior)]);
    });
    expect(found).toEqual([[4, 1]]);
  });
});
