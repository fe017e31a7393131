import { mix } from './hash.ts';

/** Gathers the hashed features of one thing after another in one list of numbers. */
export class FeatureList {
  values = new Int32Array(1 << 12);
  length = 0;
  readonly #shift: number;
  #seed = 0;
  #number = 0;

  /** @param bits features are numbers below 2^bits */
  constructor(bits: number) {
    this.#shift = 32 - bits;
  }

  clear(): void {
    this.length = 0;
  }

  /**
   * Begins the features of a kind of thing: those of different kinds never count for each other.
   * @param number how many of them are left out at the beginning
   */
  begin(kind: number, number = 0): void {
    this.#seed = mix(0x2545f491, kind);
    this.#number = number;
  }

  /** Adds a feature made of one to four numbers. The order of calls tells features apart, so none may be left out: see `skip`. */
  add(a: number, b = 0, c = 0, d = 0): void {
    this.addAlike(a, b, c, d);
    this.#number++;
  }

  /** Adds one of several features that are told apart by their numbers alone. */
  addAlike(a: number, b = 0, c = 0, d = 0): void {
    if (this.length === this.values.length) this.#grow();
    let hash = mix(this.#seed + Math.imul(this.#number, 0x85ebca6b), a);
    // Most have one number or two: those that are 0 need no mixing, as long as every place has a constant of its own.
    if (b !== 0) hash = mix(hash + 0x1b873593, b);
    if (c !== 0) hash = mix(hash + 0x2c1b3c6d, c);
    if (d !== 0) hash = mix(hash + 0x297a2d39, d);
    this.values[this.length++] = hash >>> this.#shift;
  }

  /** Leaves out the next feature, or ends a run of `addAlike`. */
  skip(): void {
    this.#number++;
  }

  #grow(): void {
    const grown = new Int32Array(2 * this.values.length);
    grown.set(this.values);
    this.values = grown;
  }
}
