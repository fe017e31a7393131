import { SCORES } from './chain.ts';
import { type PackedWeights, SQUARES } from './packed-weights.ts';
import { WORD_FEATURES } from './word-features.ts';

/**
 * Writes the scores of a unit's words, SCORES numbers for each: the sums of its features' weights. Each sum has a variable of
 * its own, since this is where most of the time goes.
 */
export function scoreWords(
  features: Int32Array,
  length: number,
  { bytes, scales }: PackedWeights,
  into: Float32Array,
): void {
  const squares = SQUARES;
  for (let word = 0; word < length; word++) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    let i = 0;
    const after = (word + 1) * WORD_FEATURES;
    for (let at = word * WORD_FEATURES; at < after; at++) {
      const row = (features[at] ?? 0) * SCORES;
      a += squares[bytes[row] ?? 0] ?? 0;
      b += squares[bytes[row + 1] ?? 0] ?? 0;
      c += squares[bytes[row + 2] ?? 0] ?? 0;
      d += squares[bytes[row + 3] ?? 0] ?? 0;
      e += squares[bytes[row + 4] ?? 0] ?? 0;
      f += squares[bytes[row + 5] ?? 0] ?? 0;
      g += squares[bytes[row + 6] ?? 0] ?? 0;
      h += squares[bytes[row + 7] ?? 0] ?? 0;
      i += squares[bytes[row + 8] ?? 0] ?? 0;
    }
    const to = word * SCORES;
    into[to] = a * (scales[0] ?? 0);
    into[to + 1] = b * (scales[1] ?? 0);
    into[to + 2] = c * (scales[2] ?? 0);
    into[to + 3] = d * (scales[3] ?? 0);
    into[to + 4] = e * (scales[4] ?? 0);
    into[to + 5] = f * (scales[5] ?? 0);
    into[to + 6] = g * (scales[6] ?? 0);
    into[to + 7] = h * (scales[7] ?? 0);
    into[to + 8] = i * (scales[8] ?? 0);
  }
}
