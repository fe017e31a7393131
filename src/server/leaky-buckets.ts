import { LRUCache } from 'lru-cache';

/** How much each client may ask for. */
export interface Rate {
  /** What flows out of a client's bucket in a second. */
  readonly perSecond: number;
  /** What a bucket holds: so much may be asked for at once. */
  readonly burst: number;
}

/** How full a bucket is. */
export interface Level {
  /** Whether what was to be poured in went in. */
  readonly admitted: boolean;
  /** How much more would go in now, rounded down. */
  readonly remaining: number;
  /** Seconds until what was refused would go in, or until the bucket is empty; rounded up. */
  readonly seconds: number;
}

/** Clients of which the buckets are known; of more, the one that was heard of longest ago begins with an empty one again. */
const MOST_CLIENTS = 50_000;

/**
 * A bucket for each client, with a leak: what is asked for flows in, what would run over is refused and leaves the bucket as it was
 * (the leaky bucket as a meter of ITU-T I.371, annex A).
 */
export class LeakyBuckets {
  readonly #buckets = new LRUCache<string, { readonly level: number; readonly at: number }>({ max: MOST_CLIENTS });

  /** @param now tells milliseconds from any moment on, never backwards */
  constructor(
    readonly rate: Rate,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes out again what was poured in and not needed. */
  takeOut(client: string, amount: number): void {
    const bucket = this.#buckets.get(client);
    if (bucket) this.#buckets.set(client, { level: Math.max(0, bucket.level - amount), at: bucket.at });
  }

  pour(client: string, amount: number): Level {
    const { perSecond, burst } = this.rate;
    const at = this.now();
    const bucket = this.#buckets.get(client);
    const before = bucket ? Math.max(0, bucket.level - (perSecond * (at - bucket.at)) / 1000) : 0;
    const admitted = before + amount <= burst;
    const level = admitted ? before + amount : before;
    if (admitted) this.#buckets.set(client, { level, at });
    return {
      admitted,
      remaining: Math.floor(burst - level),
      seconds: Math.ceil((admitted ? level : before + amount - burst) / perSecond),
    };
  }
}
