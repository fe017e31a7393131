/** Numbers by their place, as weights that are learnt and weights that were read both give them. */
export interface Weights {
  readonly length: number;
  at(index: number): number | undefined;
}

/** How many different bytes there are. */
export const BYTE_VALUES = 256;

/**
 * Weights as their file holds them, a byte each. They are looked up at random places, so what counts is how much of them fits
 * into the processor's caches.
 */
export class PackedWeights implements Weights {
  readonly bytes: Uint8Array;
  /** What bytes stand for: BYTE_VALUES numbers for each group, where every n-th weight belongs to the same of n groups. */
  readonly tables: Float64Array;

  constructor(bytes: Uint8Array, tables: Float64Array) {
    this.bytes = bytes;
    this.tables = tables;
  }

  get length(): number {
    return this.bytes.length;
  }

  at(index: number): number | undefined {
    const byte = this.bytes[index];
    const group = index % (this.tables.length / BYTE_VALUES);
    return byte === undefined ? undefined : this.tables[group * BYTE_VALUES + byte];
  }

  /** The weights as numbers, for those that are few. */
  unpacked(): Float32Array {
    return Float32Array.from(this.bytes, (_, index) => this.at(index) ?? 0);
  }

  /** The sum of the weights at the first places of a list, where all share a scale. */
  sum(places: Int32Array, count: number): number {
    const { bytes, tables } = this;
    let sum = 0;
    for (let at = 0; at < count; at++) sum += tables[bytes[places[at] ?? 0] ?? 0] ?? 0;
    return sum;
  }
}
