/** Numbers by their place, as weights that are learnt and weights that were read both give them. */
export interface Weights {
  readonly length: number;
  at(index: number): number | undefined;
}

/** The greatest byte, which stands for a scale's greatest weight. */
export const GREATEST = 127;

/** What each byte stands for: the square of its size with its sign, a whole number, times its scale. */
export const SQUARES = Int32Array.from({ length: 256 }, (_, byte) => {
  const value = byte < 128 ? byte : byte - 256;
  return Math.sign(value) * value * value;
});

/**
 * Weights as their file holds them, a byte each. They are looked up at random places, so what counts is how much of them fits
 * into the processor's caches. Whole numbers are added up and scaled at the end: no order of adding makes a difference.
 */
export class PackedWeights implements Weights {
  readonly bytes: Uint8Array;
  /** What a square of 1 weighs, for each group, where every n-th weight belongs to the same of n groups. */
  readonly scales: Float64Array;

  /** @param greatest weight of each group */
  constructor(bytes: Uint8Array, greatest: Float64Array) {
    this.bytes = bytes;
    this.scales = greatest.map((weight) => weight / GREATEST ** 2);
  }

  get length(): number {
    return this.bytes.length;
  }

  at(index: number): number | undefined {
    const byte = this.bytes[index];
    return byte === undefined ? undefined : (SQUARES[byte] ?? 0) * (this.scales[index % this.scales.length] ?? 0);
  }

  /** The weights as numbers, for those that are few. */
  unpacked(): Float32Array {
    return Float32Array.from(this.bytes, (_, index) => this.at(index) ?? 0);
  }

  /** The sum of the weights at the first places of a list, where all share a scale. */
  sum(places: Int32Array, count: number): number {
    const { bytes, scales } = this;
    let sum = 0;
    for (let at = 0; at < count; at++) sum += SQUARES[bytes[places[at] ?? 0] ?? 0] ?? 0;
    return sum * (scales[0] ?? 0);
  }
}
