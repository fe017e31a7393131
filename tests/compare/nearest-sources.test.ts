import fc from 'fast-check';
import { nearestSources } from '../../src/compare/nearest-sources.ts';
import type { Span } from '../../src/text/span.ts';

/** A source by its name, with how much alike it is and what it shares, as "0-10 20-30". */
interface Source {
  readonly name: string;
  readonly alike: number;
  readonly shared: readonly Span[];
}

const source = (name: string, alike: number, shared: string): Source => ({
  name,
  alike,
  shared: shared
    .split(' ')
    .filter((span) => span !== '')
    .map((span) => {
      const [start = 0, end = 0] = span.split('-').map(Number);
      return { start, end };
    }),
});
const names = (sources: readonly Source[]): string[] => nearestSources(sources).map(({ name }) => name);

describe('nearestSources', () => {
  it.each([
    ['the only one', [source('a', 5, '0-10')], ['a']],
    ['none of none', [], []],
    [
      'the one that is most like it, of two that have the same',
      [source('copy', 8, '0-10 20-30'), source('original', 9, '0-10 20-30')],
      ['original'],
    ],
    [
      'both, of two that have different parts of it, most like first',
      [source('a', 5, '0-10'), source('b', 9, '20-30')],
      ['b', 'a'],
    ],
    [
      'both, where the farther one has more than half for itself',
      [source('a', 9, '0-10'), source('b', 5, '0-10 20-31')],
      ['a', 'b'],
    ],
    [
      'the nearer one, where the farther one has half for itself',
      [source('a', 9, '0-10'), source('b', 5, '0-10 20-30')],
      ['a'],
    ],
    [
      'the nearer one, where the farther one has less than half for itself',
      [source('a', 9, '0-10'), source('b', 5, '0-10 20-29')],
      ['a'],
    ],
    ['both, where what they have only touches', [source('a', 9, '0-10'), source('b', 5, '10-20')], ['a', 'b']],
    ['the nearer one, where what they have overlaps', [source('a', 9, '0-10'), source('b', 5, '9-19')], ['a']],
    [
      'two, of a third that has some of either',
      [source('a', 9, '0-10'), source('b', 8, '20-30'), source('c', 7, '0-10 20-30')],
      ['a', 'b'],
    ],
    [
      'the first, of a chain of copies',
      [source('second', 8, '0-10 20-30'), source('first', 9, '0-10 20-30 40-50'), source('third', 7, '0-10')],
      ['first'],
    ],
    [
      'one that a left-out one covers, and no nearer one',
      [source('a', 9, '0-10 20-30 40-50'), source('b', 8, '0-10 20-30 60-70'), source('c', 7, '60-70')],
      ['a', 'c'],
    ],
  ])('takes %s', (_, sources, expected) => {
    expect(names(sources)).toEqual(expected);
  });

  const spans = fc
    .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 5 })
    .map((some) => some.map(([start, length]): Span => ({ start, end: start + length })));
  const anySources = fc
    .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 })
    .chain((alikes) =>
      fc.tuple(...alikes.map((alike) => spans.map((shared): Source => ({ name: String(alike), alike, shared })))),
    );

  it('takes the same whatever order they come in, the one that is most like it always, and each once', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const taken = names(sources);
        expect(names([...sources].reverse())).toEqual(taken);
        expect(taken).toEqual([...new Set(taken)].sort((a, b) => Number(b) - Number(a)));
        const most = Math.max(0, ...sources.map(({ alike }) => alike));
        expect(taken[0]).toBe(sources.length === 0 ? undefined : String(most));
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes the same of what it has taken', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const taken = nearestSources(sources);
        expect(nearestSources(taken)).toEqual(taken);
      }),
    );
  });
});
