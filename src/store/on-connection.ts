import type { Pool, PoolClient } from 'pg';
import { cancelStatement } from './cancel-statement.ts';

/** Milliseconds after which a statement that still runs is cancelled again: a request can come before the statement does. */
const AGAIN = 1_000;

/**
 * Lets somebody work on a connection of their own. Who gives up is told so at once, also while there is no connection to be had;
 * what runs for them is cancelled in the database, and the connection goes, so that a request to cancel which comes late can
 * meet no other statement.
 *
 * @param signal of giving up; its reason is what the promise is rejected with
 */
export function onConnection<Result>(
  pool: Pool,
  signal: AbortSignal | undefined,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    let cancelling: NodeJS.Timeout | undefined;
    let client: PoolClient | null = null;
    const cancel = () => {
      if (client) cancelStatement(client);
    };
    const giveUp = () => {
      reject(reasonOf(signal));
      cancel();
      if (client) cancelling = setInterval(cancel, AGAIN).unref();
    };
    if (signal?.aborted === true) {
      giveUp();
      return;
    }
    signal?.addEventListener('abort', giveUp);
    const run = async () => {
      client = await pool.connect();
      let isBroken = true;
      // A connection that is lost says so to whoever has it; the statement fails by itself.
      client.on('error', ignore);
      try {
        if (signal?.aborted !== true) resolve(await work(client));
        isBroken = signal?.aborted === true && cancelling !== undefined;
      } finally {
        clearInterval(cancelling);
        client.off('error', ignore);
        client.release(isBroken);
        client = null;
      }
    };
    run()
      .catch(reject)
      .finally(() => signal?.removeEventListener('abort', giveUp));
  });
}

/** Why somebody gave up, as an error. */
export function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new Error('given up', { cause: reason });
}

const ignore = (): void => undefined;
