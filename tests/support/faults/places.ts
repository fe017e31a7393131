import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreLocation } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { startCommand, type RunningCommand } from '../command.ts';
import { createDatabase, type StoreKind } from '../stores.ts';

/** A store that other processes can open, with the environment that names it to commands. */
export interface Place {
  readonly location: StoreLocation;
  readonly environment: Readonly<Record<string, string>>;
}

/** How often a fault is to happen: as often as the long form says (`npm run faults`), else a few times. */
export const times = (few: number): number => Number(process.env['VERBATIM_FAULTS_TIMES'] ?? few);

/** A new folder, and its end. */
export function newFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-faults-'));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A new and empty store of a kind; an embedded one in a folder below. */
export async function newPlace(
  kind: StoreKind['kind'],
  below: string,
  server = process.env['TEST_POSTGRES_URL'],
): Promise<Place> {
  if (kind === 'embedded' || server === undefined) {
    const folder = mkdtempSync(join(below, 'store-'));
    return { location: { folder }, environment: { VERBATIM_DATA: folder } };
  }
  const url = await createDatabase(server);
  return { location: { url }, environment: { DATABASE_URL: url } };
}

/** Opens a store for as long as it is used. */
export async function within<Result>(location: StoreLocation, use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(location);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** A server of the built program, once it answers. */
export async function serve(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly command: RunningCommand; readonly url: string }> {
  const command = startCommand(['serve', '--no-seed'], environment);
  const printed = await command.printed('Stop it with');
  return { command, url: /http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/.exec(printed)?.[0] ?? '' };
}
