import type { StatementObserver } from '../observe/statement-observer.ts';
import { openEmbeddedStore } from './open-embedded-store.ts';
import { openPostgresStore } from './open-postgres-store.ts';
import type { Store } from './store.ts';

/** Which store to open: a PostgreSQL server by its URL, or the embedded one in a folder. */
export type StoreLocation =
  { readonly url: string; readonly replicaUrls?: readonly string[] } | { readonly folder: string };

/**
 * Opens and migrates a store. See `openPostgresStore` and `openEmbeddedStore` for what may fail.
 *
 * @param observer learns of each statement; null where nobody wants to know
 */
export function openStore(location: StoreLocation, observer: StatementObserver | null = null): Promise<Store> {
  return 'url' in location
    ? openPostgresStore(location.url, location.replicaUrls, observer)
    : openEmbeddedStore(location.folder, observer);
}
