/** Where the database tells of each revision once it is committed (see 0005_history). */
export const NEWS_CHANNEL = 'verbatim_revision';

/** Tells that there may be new revisions. It says no more than "look again": what is new stands in the tables. */
export interface News {
  /**
   * @param look called without delay and more often than needed; it must not throw
   * @returns a function that ends it
   */
  subscribe(look: () => void): () => void;
  /** Lets everybody in this process look again, without waiting for what the database tells. */
  tell(): void;
  /** Whether news come at present: while they do not, nobody knows whether others have written. */
  readonly isLive: boolean;
}

/** Those who wait for news in this process. */
export class Audience implements News {
  readonly isLive = true;
  readonly #waiting = new Set<() => void>();

  subscribe(look: () => void): () => void {
    // The same function may be there twice, and is ended once by each.
    const own = () => {
      look();
    };
    this.#waiting.add(own);
    return () => {
      this.#waiting.delete(own);
    };
  }

  tell(): void {
    for (const look of this.#waiting) look();
  }
}
