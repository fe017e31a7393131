import type { ServerResponse } from 'node:http';
import { VerbatimError } from '../domain/errors.ts';
import { Patience } from '../store/patience.ts';
import { until } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

/**
 * The time that a request has, and whether its client is still there. When either ends, what is read for it is given up, down to the
 * statement that the database runs.
 */
export class TimeLimit {
  /** Ends with the error that the client is to see. */
  readonly patience = new Patience();
  #isLifted = false;

  /** @param milliseconds from now on */
  constructor(milliseconds: number, response: ServerResponse) {
    const timer = setTimeout(() => {
      this.#end(timeout(milliseconds));
    }, milliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      if (!response.writableFinished) this.#end(CLIENT_GONE);
    });
  }

  /** Lets the request take as long as it takes: it writes, and a write is done or refused by itself. */
  lift(): void {
    this.#isLifted = true;
  }

  #end(reason: VerbatimError): void {
    if (!this.#isLifted) this.patience.end(reason);
  }
}

/** A store of which all that is read is given up once nobody waits for it. */
export const readUntil = (patience: Patience, store: Store): Store => ({
  ...store,
  sql: until(patience, store.sql),
  reading: async (atLeast) => until(patience, await store.reading(atLeast)),
});

/** The error of a request that took too long. */
const timeout = (milliseconds: number): VerbatimError =>
  new VerbatimError(
    'TIMEOUT',
    `This took longer than ${String(milliseconds / 1000)} s, which a request may take, and was stopped. Ask for less at once.`,
  );

/** Nobody reads it. */
const CLIENT_GONE = new VerbatimError('TIMEOUT', 'The client did not wait for its answer.');
