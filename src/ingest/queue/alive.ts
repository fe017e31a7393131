import type { WorkerUtils } from 'graphile-worker';

/** The lock of a process that works on a queue, by the name under which it takes jobs. */
export const LOCK = "hashtext('verbatim.worker'), hashtext($1)";

/**
 * Shows others that this process lives: a lock on a connection of its own, of which the database lets go when the connection ends,
 * however it ends.
 */
export class Alive {
  readonly #holding: Promise<unknown>[] = [];
  #end = (): void => undefined;

  constructor(private readonly utils: WorkerUtils) {}

  /** @param poolId the name under which the library takes jobs for this process */
  hold(poolId: string): void {
    const ended = new Promise<void>((resolve) => {
      this.#end = resolve;
    });
    const holding = this.utils.withPgClient(async (client) => {
      await client.query(`SELECT pg_advisory_lock(${LOCK})`, [poolId]);
      await ended;
      await client.query(`SELECT pg_advisory_unlock(${LOCK})`, [poolId]);
    });
    // Without its connection it counts as dead, and what it is at may be done twice, which is harmless.
    this.#holding.push(holding.catch(() => undefined));
  }

  async letGo(): Promise<void> {
    this.#end();
    await Promise.all(this.#holding);
  }
}
