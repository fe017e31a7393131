/** Two things that may go together, by their places in two orders, and how much speaks for it. */
export interface WeightedPair {
  readonly left: number;
  readonly right: number;
  /** More than 0. */
  readonly weight: number;
}

/**
 * Of some pairs those that ascend on both sides, no place in two of them, and together weigh most; ascending.
 *
 * The heaviest increasing subsequence, with a Fenwick tree of the best chain up to each place on the right: n log n.
 */
export function heaviestChain(pairs: readonly WeightedPair[]): WeightedPair[] {
  // Of one place on the left the farthest on the right comes first, so that none of them follows another.
  const sorted = [...pairs].sort((a, b) => a.left - b.left || b.right - a.right);
  const best = new BestBefore(sorted.reduce((most, { right }) => Math.max(most, right + 1), 0));
  let heaviest: Link | null = null;
  for (const pair of sorted) {
    const previous = best.before(pair.right);
    const link = { pair, previous, weight: pair.weight + (previous?.weight ?? 0) };
    best.add(link);
    if (heaviest === null || link.weight > heaviest.weight) heaviest = link;
  }
  const chain: WeightedPair[] = [];
  for (let link = heaviest; link !== null; link = link.previous) chain.push(link.pair);
  return chain.reverse();
}

/** The last pair of a chain, with the weight of all of it. */
interface Link {
  readonly pair: WeightedPair;
  readonly previous: Link | null;
  readonly weight: number;
}

/** The heaviest of the chains that end before a place (P. M. Fenwick, A new data structure for cumulative frequency tables, 1994). */
class BestBefore {
  readonly #tree: (Link | null)[];

  constructor(places: number) {
    this.#tree = new Array<Link | null>(places + 1).fill(null);
  }

  before(place: number): Link | null {
    let best: Link | null = null;
    for (let at = place; at > 0; at -= at & -at) {
      const link = this.#tree[at];
      if (link && (best === null || link.weight > best.weight)) best = link;
    }
    return best;
  }

  add(link: Link): void {
    for (let at = link.pair.right + 1; at < this.#tree.length; at += at & -at) {
      const known = this.#tree[at];
      if (!known || link.weight > known.weight) this.#tree[at] = link;
    }
  }
}
