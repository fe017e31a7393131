import type { SeenRequest } from '../observe/seen-request.ts';
import { askedBy } from './observed-client.ts';
import type { Patience } from './patience.ts';
import { corpusRevision } from './read/details.ts';
import type { SqlClient, SqlStatement } from './sql.ts';

/** Milliseconds for which a replica that failed is left alone. */
const LEFT_ALONE = 5_000;

/**
 * Reads that are shared out among servers which follow the one that is written to, each some time behind it. What one of them
 * fails to read is read from the one that is written to.
 */
export class Replicas {
  readonly #replicas: readonly Replica[];
  #turn = 0;

  constructor(
    private readonly primary: SqlClient,
    replicas: readonly SqlClient[],
  ) {
    this.#replicas = replicas.map((sql) => new Replica(sql, primary));
  }

  /** The replicas in turn, without those that have not come as far as a revision; where none has, the one that is written to. */
  async reading(atLeast: number): Promise<SqlClient> {
    const first = this.#turn++ % this.#replicas.length;
    for (const replica of [...this.#replicas.slice(first), ...this.#replicas.slice(0, first)]) {
      if (await replica.has(atLeast)) return replica;
    }
    return this.primary;
  }

  /** How many can be reached now. */
  async countReached(): Promise<number> {
    const reached = await Promise.all(this.#replicas.map((replica) => replica.has(0, true)));
    return reached.filter(Boolean).length;
  }
}

class Replica implements SqlClient {
  /** The newest revision that it is known to have. */
  #revision = 0;
  #leftAloneUntil = 0;

  constructor(
    private readonly own: SqlClient,
    private readonly primary: SqlClient,
  ) {}

  /** Whether it is there and has a revision. It is asked if that is not known, or if it shall be. */
  async has(revision: number, isAsked = this.#revision < revision): Promise<boolean> {
    if (Date.now() < this.#leftAloneUntil) return false;
    if (!isAsked) return true;
    try {
      this.#revision = await corpusRevision(this.own);
    } catch (error) {
      this.#failed(error);
      return false;
    }
    return this.#revision >= revision;
  }

  query<Row>(statement: SqlStatement, values?: readonly unknown[], patience?: Patience): Promise<Row[]> {
    return this.#reading((sql) => sql.query<Row>(statement, values, patience), patience);
  }

  asOf(revision: number): SqlClient {
    return this.#seen((sql) => sql.asOf(revision));
  }

  askedBy(request: SeenRequest): SqlClient {
    return this.#seen((sql) => askedBy(sql, request));
  }

  /** The same reads through clients that are made from those of this one. */
  #seen(see: (sql: SqlClient) => SqlClient): SqlClient {
    return {
      query: <Row>(statement: SqlStatement, values?: readonly unknown[], patience?: Patience) =>
        this.#reading((sql) => see(sql).query<Row>(statement, values, patience), patience),
      asOf: (revision) => this.#seen((sql) => see(sql).asOf(revision)),
      askedBy: (request) => this.#seen((sql) => askedBy(see(sql), request)),
    };
  }

  async #reading<Result>(read: (sql: SqlClient) => Promise<Result>, patience?: Patience): Promise<Result> {
    try {
      return await read(this.own);
    } catch (error) {
      // What took too long here would there too, and what was given up is wanted no more.
      if (sqlState(error) === QUERY_CANCELED || patience?.error) throw error;
      this.#failed(error);
      return read(this.primary);
    }
  }

  /** A statement may fail, by a conflict with what arrives, on a server that goes on. */
  #failed(error: unknown): void {
    const state = sqlState(error);
    if (state === null || GONE.test(state)) this.#leftAloneUntil = Date.now() + LEFT_ALONE;
  }
}

const QUERY_CANCELED = '57014';
/** Connection exceptions, insufficient resources, operator intervention (PostgreSQL, appendix A). */
const GONE = /^(?:08|53|57P)/;

function sqlState(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}
