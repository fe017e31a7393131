import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { readEnvironment } from './environment.ts';

/** Opens the store that the environment names, and closes it whatever happens. */
export async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(readEnvironment(process.env).store);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
