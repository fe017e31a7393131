import { itemAt } from '../text/item-at.ts';
import { leadingCount } from '../text/leading-count.ts';

/** Two sequences' common items, as pairs of places, ascending on both sides. */
export type Matches = readonly (readonly [left: number, right: number])[];

/** Up to so many pairs of items every pair is looked at; beyond it the sequences are first cut at items that occur once. */
const MOST_PAIRS = 2_000_000;

/**
 * The longest common subsequence of two sequences; among several, one with few interruptions.
 *
 * Common beginnings and ends are taken off first. What remains is solved exactly by dynamic programming while it is small, as
 * quotations are. Longer ones are first cut at their anchors, items that occur exactly once on both sides and in the same order
 * (patience diff, Bram Cohen), which takes linear time on texts with much in common and stays readable.
 */
export function align(left: readonly string[], right: readonly string[]): Matches {
  const matches: [number, number][] = [];
  alignRange(left, right, { left: 0, right: 0, leftEnd: left.length, rightEnd: right.length }, matches);
  return matches;
}

interface Range {
  readonly left: number;
  readonly right: number;
  readonly leftEnd: number;
  readonly rightEnd: number;
}

function alignRange(a: readonly string[], b: readonly string[], range: Range, matches: [number, number][]): void {
  let { left, right, leftEnd, rightEnd } = range;
  while (left < leftEnd && right < rightEnd && a[left] === b[right]) matches.push([left++, right++]);
  const tail: [number, number][] = [];
  while (left < leftEnd && right < rightEnd && a[leftEnd - 1] === b[rightEnd - 1]) tail.push([--leftEnd, --rightEnd]);
  const inner = { left, right, leftEnd, rightEnd };
  if (left < leftEnd && right < rightEnd) {
    if ((leftEnd - left) * (rightEnd - right) <= MOST_PAIRS) longestCommon(a, b, inner, matches);
    else alignBetweenAnchors(a, b, inner, matches);
  }
  for (const pair of tail.reverse()) matches.push(pair);
}

/** Dynamic programming over suffixes: `length[i][j]` is the best that is possible from (i, j) on. */
function longestCommon(a: readonly string[], b: readonly string[], range: Range, matches: [number, number][]): void {
  const rows = range.leftEnd - range.left;
  const columns = range.rightEnd - range.right;
  const width = columns + 1;
  const length = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const here = i * width + j;
      length[here] =
        a[range.left + i] === b[range.right + j]
          ? itemAt(length, here + width + 1) + 1
          : Math.max(itemAt(length, here + width), itemAt(length, here + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < rows && j < columns) {
    const here = i * width + j;
    if (a[range.left + i] === b[range.right + j]) matches.push([range.left + i++, range.right + j++]);
    else if (itemAt(length, here + width) >= itemAt(length, here + 1)) i++;
    else j++;
  }
}

function alignBetweenAnchors(
  a: readonly string[],
  b: readonly string[],
  range: Range,
  matches: [number, number][],
): void {
  let { left, right } = range;
  for (const [anchorLeft, anchorRight] of anchors(a, b, range)) {
    alignRange(a, b, { left, right, leftEnd: anchorLeft, rightEnd: anchorRight }, matches);
    matches.push([anchorLeft, anchorRight]);
    [left, right] = [anchorLeft + 1, anchorRight + 1];
  }
  // Without an anchor nothing that is worth the work is common; with one the rest is smaller than the whole.
  if (left > range.left) alignRange(a, b, { ...range, left, right }, matches);
}

/** Items that occur once on both sides, the longest run of them that is ascending on both. */
function anchors(a: readonly string[], b: readonly string[], range: Range): [number, number][] {
  const inA = placesOfSingles(a, range.left, range.leftEnd);
  const inB = placesOfSingles(b, range.right, range.rightEnd);
  const pairs = [...inA].flatMap(([item, place]): [number, number][] => {
    const other = inB.get(item);
    return place === null || other === null || other === undefined ? [] : [[place, other]];
  });
  return longestAscending(pairs.sort((x, y) => x[0] - y[0]));
}

function placesOfSingles(items: readonly string[], start: number, end: number): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (let at = start; at < end; at++) {
    const item = itemAt(items, at);
    places.set(item, places.has(item) ? null : at);
  }
  return places;
}

/** The longest subsequence whose second numbers ascend, by patience sorting (n log n). */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before = new Array<number>(pairs.length);
  pairs.forEach(([, value], index) => {
    const place = leadingCount(ends, (end) => itemAt(pairs, end)[1] < value);
    before[index] = place === 0 ? -1 : itemAt(ends, place - 1);
    ends[place] = index;
  });
  const longest: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = itemAt(before, at)) longest.push(itemAt(pairs, at));
  return longest.reverse();
}
