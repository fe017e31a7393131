/** Random numbers from a seed: the same ones on every machine (mulberry32, by Tommy Ettinger; in the public domain). */
export class Random {
  #state: number;

  /** @param seeds whole numbers; streams with other seeds have nothing to do with each other */
  constructor(...seeds: readonly number[]) {
    this.#state = seeds.reduce((state, seed) => mix(state ^ Math.imul(seed + 1, 0x9e3779b1)), 0x2545f491);
  }

  /** From 0 up to, and without, 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** A whole number, both ends included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    return at(items, Math.floor(this.fraction() * items.length));
  }

  /** A rank from 0 up to, and without, `count`: one of rank r comes about 1 / (r + 1) as often as the first (Zipf's law). */
  zipf(count: number): number {
    return Math.min(count - 1, Math.floor((count + 1) ** this.fraction()) - 1);
  }

  /** An item by Zipf's law, the first most often. */
  pickZipf<Item>(items: readonly Item[]): Item {
    return at(items, this.zipf(items.length));
  }

  /** An item by its weight. */
  pickWeighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item {
    let left = this.fraction() * items.reduce((sum, { weight }) => sum + weight, 0);
    return items.find(({ weight }) => (left -= weight) < 0) ?? at(items, items.length - 1);
  }

  /** A new array in a random order (Fisher and Yates). */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = Math.floor(this.fraction() * (last + 1));
      const moved = at(shuffled, last);
      shuffled[last] = at(shuffled, other);
      shuffled[other] = moved;
    }
    return shuffled;
  }
}

function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) | 0;
}

function at<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length)
    throw new RangeError(`There is no item ${String(index)} of ${String(items.length)}.`);
  return items[index] as Item;
}
