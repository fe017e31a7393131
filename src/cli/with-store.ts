import { VerbatimError } from '../domain/errors.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { readEnvironment } from './environment.ts';
import { forgetServer, serverOfStore, type ServerOfStore } from './server-of-store.ts';

/** Opens the store that the environment names, and closes it whatever happens. */
export async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  return closing(await openOwnStore(), use);
}

/**
 * Opens the store that the environment names; or, when that is an embedded one to which a server belongs, works through the
 * server.
 *
 * @throws VerbatimError STORE_IN_USE when the store belongs to a process that is no server
 */
export async function withStoreOrServer<Result>(
  useStore: (store: Store) => Promise<Result>,
  useServer: (server: ServerOfStore) => Promise<Result>,
): Promise<Result> {
  let store: Store;
  try {
    store = await openOwnStore();
  } catch (error) {
    const server = error instanceof VerbatimError && error.code === 'STORE_IN_USE' ? await serverOfStore() : null;
    if (server) return useServer(server);
    throw error;
  }
  return closing(store, useStore);
}

/** Opens the store that the environment names. There is no server on an embedded one then, whatever a killed one has left. */
async function openOwnStore(): Promise<Store> {
  const { store: location } = readEnvironment(process.env);
  const store = await openStore(location);
  if ('folder' in location) await forgetServer(location.folder);
  return store;
}

async function closing<Result>(store: Store, use: (store: Store) => Promise<Result>): Promise<Result> {
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
