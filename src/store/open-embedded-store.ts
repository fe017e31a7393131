import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { types } from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { VerbatimError } from '../domain/errors.ts';
import { commitsHeard } from './commits-heard.ts';
import { completeIndex } from './comparison/index-passages.ts';
import type { StatementObserver } from '../observe/statement-observer.ts';
import { explainEmbedded } from './explain.ts';
import { lockFolder } from './folder-lock.ts';
import { keepByteOrderMarks } from './keep-byte-order-marks.ts';
import { migrate } from './migrate.ts';
import { Audience, NEWS_CHANNEL } from './news.ts';
import { observedAdapter } from './observed-adapter.ts';
import { ObservedClient } from './observed-client.ts';
import { PrismaClient } from './prisma/client.ts';
import { snapshotOfEmbedded } from './snapshot.ts';
import { embeddedClient } from './sql.ts';
import type { Store } from './store.ts';
import { WriteQueue } from './write-queue.ts';

/**
 * Opens the embedded store in a folder, making and migrating it if need be. The folder belongs to this process until the
 * store is closed or the process ends.
 *
 * @param observer learns of each statement; null where nobody wants to know
 * @throws VerbatimError STORE_IN_USE, MIGRATION_FAILED, BAD_USER_INPUT when something else is in the folder
 */
export async function openEmbeddedStore(folder: string, observer: StatementObserver | null = null): Promise<Store> {
  const lock = await lockFolder(folder);
  try {
    const cluster = join(folder, 'postgres');
    await prepareCluster(folder, cluster);
    const database = await PGlite.create(cluster, { parsers: PARSERS });
    const store = await openDatabase(database, `the embedded store in ${folder}`, observer);
    await writeFile(join(folder, COMPLETE), '');
    return {
      ...store,
      folder,
      close: async () => {
        await store.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Instants are read as from a server: by itself this store takes the year 44 before Christ for none, and the year 1 for 2001. */
const PARSERS = {
  [types.builtins.TIMESTAMPTZ]: types.getTypeParser(types.builtins.TIMESTAMPTZ) as (value: string) => Date,
};

/** Marks beside the cluster: that this program has begun to make it, and that it has made it. */
const BEGUN = 'postgres.begun';
const COMPLETE = 'postgres.complete';

/**
 * Takes away half a cluster that a first start left when it was cut off, in which nothing was ever recorded. What this
 * program has not made itself is never touched.
 */
async function prepareCluster(folder: string, cluster: string): Promise<void> {
  if (existsSync(join(folder, COMPLETE))) return;
  if (existsSync(cluster) && !existsSync(join(folder, BEGUN))) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${cluster} is there already and was not made by Verbatim. Choose a folder of its own by VERBATIM_DATA.`,
    );
  }
  await writeFile(join(folder, BEGUN), '');
  await rm(cluster, { recursive: true, force: true });
}

/** Opens an embedded store that is kept in memory only, for trials and tests. */
export async function openMemoryStore(observer: StatementObserver | null = null): Promise<Store> {
  return openDatabase(await PGlite.create({ parsers: PARSERS }), 'a store in memory', observer);
}

async function openDatabase(database: PGlite, description: string, observer: StatementObserver | null): Promise<Store> {
  keepByteOrderMarks(database);
  const migrated = await migrate({
    run: async (script) => {
      await database.exec(script);
    },
    rows: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await database.query<Row>(text, [...values])).rows,
  }).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const prisma = new PrismaClient({ adapter: observedAdapter(new PrismaPGlite(commitsHeard(database)), observer) });
  const news = new Audience();
  await database.listen(NEWS_CHANNEL, () => {
    news.tell();
  });
  const client = embeddedClient(database);
  const sql = observer ? new ObservedClient(client, 'reading', observer) : client;
  observer?.slow?.explainBy(explainEmbedded(database));
  const writes = new WriteQueue();
  const store: Store = {
    description,
    sql,
    reading: () => Promise.resolve(sql),
    snapshot: () => snapshotOfEmbedded(sql, writes),
    prisma,
    writer: null,
    writes,
    news,
    migrated,
    folder: null,
    pools: () => [],
    close: async () => {
      await prisma.$disconnect();
      await database.close();
    },
  };
  await completeIndex(store);
  return store;
}
