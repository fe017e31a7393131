import { changedRevisions, type ChangeFilter } from './read/changes.ts';
import { corpusRevision } from './read/details.ts';
import type { Store } from './store.ts';

/** How many revisions are looked up at once. */
const CHUNK = 100;

/**
 * The numbers of the revisions after one that hold a change which meets a filter, each once and in order: first those that there
 * are, then those to come, as they come. Whoever asks for the next sets the pace; nothing but the numbers of a chunk is read ahead.
 *
 * @returns a generator that ends only when it is returned from, also while it waits
 * @throws whatever the store throws when it cannot be read; going on after the last revision that came misses nothing
 */
export function followChanges(
  { sql, news }: Pick<Store, 'sql' | 'news'>,
  after: number,
  filter: ChangeFilter,
): AsyncGenerator<number, void, undefined> {
  const waiter = new Waiter();
  const revisions = (async function* () {
    // Before the first look: what comes after it is told.
    const unsubscribe = news.subscribe(() => {
      waiter.wake();
    });
    let seen = after;
    try {
      while (!waiter.hasEnded) {
        const newest = await corpusRevision(sql);
        const changed = newest > seen ? await changedRevisions(sql, { after: seen, upTo: newest }, filter, CHUNK) : [];
        yield* changed;
        // A full chunk may have left some out; any other one is all that there is.
        seen = changed.length === CHUNK ? (changed.at(-1) ?? seen) : Math.max(seen, newest);
        if (changed.length < CHUNK) await waiter.wait();
      }
    } finally {
      unsubscribe();
    }
  })();
  const end = revisions.return.bind(revisions);
  return Object.assign(revisions, {
    return: () => {
      // By itself a generator that waits is ended only once it goes on.
      waiter.end();
      return end();
    },
  });
}

/** Waits to be woken. To be woken while nobody waits counts for the next time; to be woken often counts once. */
class Waiter {
  #isAwake = false;
  #goOn: () => void = () => undefined;
  hasEnded = false;

  wake(): void {
    this.#isAwake = true;
    this.#goOn();
  }

  end(): void {
    this.hasEnded = true;
    this.#goOn();
  }

  async wait(): Promise<void> {
    if (!this.#isAwake && !this.hasEnded) {
      await new Promise<void>((resolve) => {
        this.#goOn = resolve;
      });
    }
    this.#isAwake = false;
  }
}
