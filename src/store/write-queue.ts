/**
 * Lets one write at a time ask for a connection: writes wait for each other in the database anyway, and those that wait there
 * would hold all connections, so that nobody could read.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a write once those before it have ended, however they ended. */
  run<Result>(write: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(write, write);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
