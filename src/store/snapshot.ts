import type { Pool } from 'pg';
import { momentClient, type SqlClient } from './sql.ts';
import type { WriteQueue } from './write-queue.ts';

/** A store as it is at one moment, for as long as somebody reads it. */
export interface Snapshot {
  /** Its instants are written in UTC. */
  readonly sql: SqlClient;
  /** To be called once, whatever happened. */
  close(): Promise<void>;
}

/** What a server shows one transaction. Others read and write meanwhile. */
export async function snapshotOfPool(pool: Pool): Promise<Snapshot> {
  const client = await pool.connect();
  // A connection that is lost says so to whoever has it; the statement fails by itself.
  const ignore = () => undefined;
  client.on('error', ignore);
  const close = async (error?: unknown) => {
    const ended =
      error === undefined
        ? await client.query('ROLLBACK').then(
            () => true,
            () => false,
          )
        : false;
    client.off('error', ignore);
    client.release(!ended);
  };
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL TimeZone = 'UTC'");
  } catch (error) {
    await close(error);
    throw error;
  }
  const sql = momentClient(async (text, values) => (await client.query<object>(text, [...values])).rows);
  return { sql, close: () => close() };
}

/** The embedded store while writes wait. It has one connection, so others read between the statements. */
export function snapshotOfEmbedded(sql: SqlClient, writes: Pick<WriteQueue, 'run'>): Promise<Snapshot> {
  return new Promise((resolve, reject) => {
    writes
      .run(
        () =>
          new Promise<void>((end) => {
            resolve({
              sql,
              close: () => {
                end();
                return Promise.resolve();
              },
            });
          }),
      )
      .catch(reject);
  });
}
