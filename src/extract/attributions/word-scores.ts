import { SCORES } from './chain.ts';
import type { PackedWeights } from './packed-weights.ts';
import { WORD_FEATURES } from './word-features.ts';

/**
 * Writes the scores of a unit's words, SCORES numbers for each: the sums of its features' weights. Each sum has a variable of
 * its own, since this is where most of the time goes.
 */
export function scoreWords(
  features: Int32Array,
  length: number,
  { bytes, tables }: PackedWeights,
  into: Float32Array,
): void {
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
      a += tables[bytes[row] ?? 0] ?? 0;
      b += tables[256 + (bytes[row + 1] ?? 0)] ?? 0;
      c += tables[512 + (bytes[row + 2] ?? 0)] ?? 0;
      d += tables[768 + (bytes[row + 3] ?? 0)] ?? 0;
      e += tables[1024 + (bytes[row + 4] ?? 0)] ?? 0;
      f += tables[1280 + (bytes[row + 5] ?? 0)] ?? 0;
      g += tables[1536 + (bytes[row + 6] ?? 0)] ?? 0;
      h += tables[1792 + (bytes[row + 7] ?? 0)] ?? 0;
      i += tables[2048 + (bytes[row + 8] ?? 0)] ?? 0;
    }
    const to = word * SCORES;
    into[to] = a;
    into[to + 1] = b;
    into[to + 2] = c;
    into[to + 3] = d;
    into[to + 4] = e;
    into[to + 5] = f;
    into[to + 6] = g;
    into[to + 7] = h;
    into[to + 8] = i;
  }
}
