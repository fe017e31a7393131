import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Somebody else at the database of a store, who makes statements wait and sees what they do. */
export class LockedDatabase {
  readonly #client: Client;
  /** A transaction sees the activity as it was when it first looked, so that it is looked at from without. */
  readonly #looking: Client;

  private constructor(url: string) {
    [this.#client, this.#looking] = [new Client(url), new Client(url)];
  }

  static async open(url: string): Promise<LockedDatabase> {
    const database = new LockedDatabase(url);
    await database.#client.connect();
    await database.#looking.connect();
    return database;
  }

  /** Lets nobody read a table until it is unlocked. */
  async lock(table: string): Promise<void> {
    await this.#client.query('BEGIN');
    await this.#client.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  }

  async unlock(): Promise<void> {
    await this.#client.query('ROLLBACK');
  }

  async run(script: string): Promise<void> {
    await this.#client.query(script);
  }

  /** How many connections of the product there are to this database, in some state. */
  async count(condition = 'true'): Promise<number> {
    const { rows } = await this.#looking.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'verbatim' AND ${condition}`,
    );
    return rows[0]?.count ?? 0;
  }

  /** How many statements wait for the lock. */
  waiting = (): Promise<number> => this.count(`state = 'active' AND wait_event_type = 'Lock'`);

  /** Waits until so many statements wait for the lock, or fails after ten seconds. */
  async untilWaiting(wanted: number): Promise<void> {
    const end = Date.now() + 10_000;
    let count = await this.waiting();
    while (count !== wanted) {
      if (Date.now() > end) throw new Error(`${String(count)} statements wait, and not ${String(wanted)}`);
      await sleep(10);
      count = await this.waiting();
    }
  }

  /** Ends the connections of the product, as an administrator does. */
  async terminate(condition = 'true'): Promise<void> {
    await this.#looking.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'verbatim' AND ${condition}`,
    );
  }

  async close(): Promise<void> {
    await this.#client.end();
    await this.#looking.end();
  }
}
