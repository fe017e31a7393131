import { VerbatimError } from '../domain/errors.ts';

/**
 * Lets one write at a time ask for a connection: writes wait for each other in the database anyway, and those that wait there
 * would hold all connections, so that nobody could read.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  /**
   * Runs a write once those before it have ended, however they ended.
   *
   * @param patience milliseconds that it may wait; by default for as long as it takes
   * @throws VerbatimError TIMEOUT when its turn has not come by then, and never will
   */
  run<Result>(write: () => Promise<Result>, patience?: number): Promise<Result> {
    return new Promise((resolve, reject) => {
      let hasGivenUp = false;
      const timer =
        patience === undefined
          ? undefined
          : setTimeout(() => {
              hasGivenUp = true;
              reject(new VerbatimError('TIMEOUT', 'Other writes took too long. Nothing was changed: try again later.'));
            }, patience);
      const turn = async () => {
        clearTimeout(timer);
        // Whatever becomes of it, the next one has its turn.
        if (!hasGivenUp) await Promise.resolve().then(write).then(resolve, reject);
      };
      this.#last = this.#last.then(turn);
    });
  }
}
