import type { Pool, PoolClient } from 'pg';
import { cancelStatement } from './cancel-statement.ts';
import type { Patience } from './patience.ts';

/** Milliseconds after which a statement that still runs is cancelled again: a request can come before the statement does. */
const AGAIN = 1_000;

/** What is done on a connection. It calls back once, and does not use the connection from then on. */
type Work<Result> = (client: PoolClient, done: (error: Error | null, result?: Result) => void) => void;

/**
 * Lets somebody work on a connection of their own. Who does not wait any more is told so at once, also while there is no connection
 * to be had; what runs for them is cancelled in the database, and the connection goes, so that a request to cancel which comes late
 * can meet no other statement. Callbacks spare the smallest reads what promises cost.
 */
export function onConnection<Result>(pool: Pool, patience: Patience | undefined, work: Work<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    let client: PoolClient | undefined;
    let again: NodeJS.Timeout | undefined;
    const cancel = () => {
      if (client) cancelStatement(client);
    };
    const giveUp = () => {
      if (patience?.error) reject(patience.error);
      cancel();
      if (client) again = setInterval(cancel, AGAIN).unref();
    };
    if (patience?.error) {
      reject(patience.error);
      return;
    }
    patience?.onEnd(giveUp);
    pool.connect((failure, connection, release) => {
      if (!connection) {
        patience?.takeBack(giveUp);
        reject(failure ?? new Error('no connection'));
        return;
      }
      if (patience?.error) {
        release();
        return;
      }
      client = connection;
      // A connection that is lost says so to whoever has it; the statement fails by itself.
      connection.on('error', ignore);
      work(connection, (error, result) => {
        client = undefined;
        clearInterval(again);
        patience?.takeBack(giveUp);
        connection.off('error', ignore);
        release(error !== null || again !== undefined);
        if (error) reject(error);
        else resolve(result as Result);
      });
    });
  });
}

const ignore = (): void => undefined;
