import fc from 'fast-check';
import { align } from '../../src/compare/align.ts';

const shown = (left: string, right: string): string =>
  align([...left], [...right])
    .map(([at, other]) => `${String(at)}${String(other)}`)
    .join(' ');

/** Whether pairs ascend on both sides and are of equal items. */
function assertAligned(left: readonly string[], right: readonly string[]): number {
  const matches = align(left, right);
  let [at, other] = [-1, -1];
  for (const [i, j] of matches) {
    expect([i > at, j > other, left[i]]).toEqual([true, true, right[j]]);
    [at, other] = [i, j];
  }
  return matches.length;
}

/** The length of the longest common subsequence, by its definition. */
const longest = (left: readonly string[], right: readonly string[]): number => {
  const [first, ...rest] = left;
  if (first === undefined) return 0;
  const at = right.indexOf(first);
  const without = longest(rest, right);
  return at === -1 ? without : Math.max(without, 1 + longest(rest, right.slice(at + 1)));
};

describe('align', () => {
  it.each([
    ['nothing', '', '', ''],
    ['nothing in common', 'ab', 'cd', ''],
    ['the same', 'ab', 'ab', '00 11'],
    ['a beginning and an end', 'axb', 'ayb', '00 22'],
    ['the longest of several', 'bacd', 'acdb', '10 21 32'],
    ['one that is repeated', 'aa', 'a', '00'],
    ['of several as long the one that goes on first on the right', 'ab', 'ba', '10'],
    ['an end that is the beginning too', 'aba', 'aa', '00 21'],
  ])('finds %s', (_, left, right, matches) => {
    expect(shown(left, right)).toBe(matches);
  });

  it('is no shorter than what one side was made of', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
    fc.assert(
      fc.property(items, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (left, isKept) => {
        const right = left.filter((_, index) => isKept[index]);
        expect(assertAligned(left, right)).toBe(right.length);
      }),
    );
  });

  it('is the longest common subsequence, by its definition', () => {
    const items = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 9 });
    fc.assert(
      fc.property(items, items, (left, right) => {
        expect(assertAligned(left, right)).toBe(longest(left, right));
      }),
      { numRuns: 1_000 },
    );
  });

  // So many that they are put in order by those that occur once: some thousands, of which some are repeated and some moved.
  const MANY = Array.from({ length: 3_000 }, (_, n) => (n % 50 === 0 ? 'again' : `word${String(n)}`));
  it.each([
    ['all of them, between other ends', (items: string[]) => ['first', ...items, 'last'], 3_000],
    [
      'all but those that were replaced',
      (items: string[]) => ['first', ...items.map((item, n) => (n % 7 === 0 ? `other${String(n)}` : item)), 'last'],
      2_571,
    ],
    [
      'a half that was moved',
      (items: string[]) => ['first', ...items.slice(1_500), ...items.slice(0, 1_500), 'last'],
      1_500,
    ],
    [
      'two neighbours that changed places, one of each',
      (items: string[]) => [
        'first',
        ...items.slice(0, 1_501),
        items[1_502] ?? '',
        items[1_501] ?? '',
        ...items.slice(1_503),
        'last',
      ],
      2_999,
    ],
    [
      'repeated ones between others',
      (items: string[]) => ['first', ...items.flatMap((item, n) => (n % 50 === 0 ? [item, item] : [item])), 'last'],
      3_000,
    ],
    [
      'those before the first and behind the last that occur once',
      (items: string[]) => ['again', ...items.slice(51, 2_949), 'again', 'again'],
      2_900,
    ],
    ['nothing of what is all repeated', () => ['first', ...Array.from({ length: 3_000 }, () => 'again'), 'last'], 0],
  ])('finds of many %s', (_, change, count) => {
    expect(assertAligned(['begin', ...MANY, 'end'], change(MANY))).toBe(count);
  });
});
