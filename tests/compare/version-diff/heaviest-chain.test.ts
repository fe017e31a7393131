import fc from 'fast-check';
import { heaviestChain, type WeightedPair } from '../../../src/compare/version-diff/heaviest-chain.ts';

const pair = (left: number, right: number, weight = 1): WeightedPair => ({ left, right, weight });
const weightOf = (pairs: readonly WeightedPair[]) => pairs.reduce((sum, { weight }) => sum + weight, 0);
const ascends = (pairs: readonly WeightedPair[]) =>
  pairs.every(
    ({ left, right }, at) => at === 0 || ((pairs[at - 1]?.left ?? 0) < left && (pairs[at - 1]?.right ?? 0) < right),
  );

describe('heaviestChain', () => {
  it.each([
    ['nothing of nothing', [], []],
    ['all that is in order', [pair(0, 0), pair(1, 1), pair(2, 5)], [pair(0, 0), pair(1, 1), pair(2, 5)]],
    ['one of two that cross', [pair(0, 1, 0.6), pair(1, 0, 0.7)], [pair(1, 0, 0.7)]],
    [
      'two that weigh more than one that crosses them',
      [pair(0, 5, 1), pair(1, 0, 0.6), pair(2, 1, 0.6)],
      [pair(1, 0, 0.6), pair(2, 1, 0.6)],
    ],
    ['each place once', [pair(0, 0, 0.5), pair(0, 1, 0.9), pair(1, 1, 0.8)], [pair(0, 0, 0.5), pair(1, 1, 0.8)]],
  ])('takes %s', (_, pairs, expected) => {
    expect(heaviestChain(pairs)).toEqual(expected);
    expect(heaviestChain([...pairs].reverse())).toEqual(expected);
  });

  it('finds no less than trying everything', () => {
    const pairs = fc.uniqueArray(
      fc.record({ left: fc.nat(5), right: fc.nat(5), weight: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 8, selector: ({ left, right }) => left * 10 + right },
    );
    fc.assert(
      fc.property(pairs, (some) => {
        const sorted = [...some].sort((a, b) => a.left - b.left || a.right - b.right);
        const subsets = Array.from({ length: 2 ** sorted.length }, (_, bits) =>
          sorted.filter((__, at) => (bits >> at) & 1),
        );
        const chain = heaviestChain(some);
        expect(ascends(chain)).toBe(true);
        expect(some).toEqual(expect.arrayContaining(chain));
        expect(weightOf(chain)).toBe(Math.max(...subsets.filter(ascends).map(weightOf)));
      }),
      { numRuns: 300 },
    );
  });
});
