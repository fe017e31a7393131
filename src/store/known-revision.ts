import { corpusRevision } from './read/details.ts';
import type { Store } from './store.ts';

/** By this name the server asks for itself, and not for a request. */
export const KNOWN_REVISION = 'known-revision';

/**
 * The newest revision, as long as this process can be sure of it. A write of its own is known before the writer hears of it, and one
 * of another process as soon as the database has told of it.
 */
export class KnownRevision {
  #number: number | null = null;
  #looks = 0;
  readonly #unsubscribe: () => void;

  constructor(private readonly store: Pick<Store, 'sql' | 'news'>) {
    this.#unsubscribe = store.news.subscribe(() => {
      this.#look();
    });
    this.#look();
  }

  /** Null while something may have been written of which nothing is known yet. */
  get number(): number | null {
    return this.store.news.isLive ? this.#number : null;
  }

  close(): void {
    this.#looks++;
    this.#number = null;
    this.#unsubscribe();
  }

  #look(): void {
    this.#number = null;
    const look = ++this.#looks;
    corpusRevision(this.store.sql, KNOWN_REVISION).then(
      (newest) => {
        if (look === this.#looks) this.#number = newest;
      },
      // Everybody is told to look again now and then, so also once it can be read again.
      () => undefined,
    );
  }
}
