import type { PoolState } from '../observe/metrics-of-server.ts';
import type { News } from './news.ts';
import type { PrismaClient } from './prisma/client.ts';
import type { Snapshot } from './snapshot.ts';
import type { SqlClient } from './sql.ts';
import type { WriteQueue } from './write-queue.ts';

/** An open, migrated store. */
export interface Store {
  /** What and where it is, for people: "the embedded store in .verbatim". Holds no password. */
  readonly description: string;
  /** Reads by plain SQL, of all that is written. */
  readonly sql: SqlClient;
  /** The same reads of what may be some time behind, but has a revision that is there: from a replica, where there are any. */
  readonly reading: (atLeast: number) => Promise<SqlClient>;
  /** All that is written, as it is now, for somebody who reads for longer. */
  readonly snapshot: () => Promise<Snapshot>;
  /** Writes, within `inTransaction`. */
  readonly prisma: PrismaClient;
  /** The role of the database that writes take; null where they need none. */
  readonly writer: string | null;
  /** Through which every write goes. */
  readonly writes: Pick<WriteQueue, 'run'>;
  /** Milliseconds that a write may wait for its turn, and each of its statements take; left out where nobody waits for it. */
  readonly writeTimeout?: number;
  /** Of writes by anybody, other processes among them. */
  readonly news: News;
  /** The migrations that were applied when it was opened. */
  readonly migrated: readonly string[];
  /** Where its files are; null where it keeps none itself. */
  readonly folder: string | null;
  /** Its connections as they are now; none where there are no pools. */
  readonly pools: () => readonly PoolState[];
  close(): Promise<void>;
}
