import { VerbatimError } from '../domain/errors.ts';
import { ArticleQueue } from '../ingest/queue/article-queue.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { readEnvironment } from './environment.ts';

/**
 * Opens the queue of the store that the environment names, and closes both whatever happens.
 *
 * @throws VerbatimError BAD_USER_INPUT for an embedded store
 */
export async function withQueue<Result>(use: (queue: ArticleQueue, store: Store) => Promise<Result>): Promise<Result> {
  const { store: location } = readEnvironment(process.env);
  if ('folder' in location) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      'A queue needs a PostgreSQL server, since the embedded store belongs to one process. Set DATABASE_URL, or use "verbatim ingest" without --queue.',
    );
  }
  const store = await openStore(location);
  try {
    const queue = await ArticleQueue.open(location.url);
    try {
      return await use(queue, store);
    } finally {
      await queue.close();
    }
  } finally {
    await store.close();
  }
}
