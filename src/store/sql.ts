import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import { onConnection, reasonOf } from './on-connection.ts';
import { StatementNames } from './statement-names.ts';

/**
 * A statement for reading. Its text is fixed and its values are parameters, so that a server parses and plans it once a
 * connection; the name is what the prepared statement is called.
 */
export interface SqlStatement {
  /** Empty for a statement that is not worth keeping. */
  readonly name: string;
  readonly text: string;
}

/** Reads with plain SQL, the same on both stores. */
export interface SqlClient {
  /**
   * Runs one statement and returns its rows as objects.
   *
   * @param signal of giving up: the statement is cancelled where the store can do so, and the promise rejected with the reason
   */
  query<Row>(statement: SqlStatement, values?: readonly unknown[], signal?: AbortSignal): Promise<Row[]>;
  /** The same reads, of the corpus as it was at a revision. */
  asOf(revision: number): SqlClient;
}

/** Makes every statement of a transaction read the views of the past in place of the tables (docs/adr/0012-history.md). */
const ENTER_THE_PAST = `SELECT set_config('search_path', 'as_of, ' || current_setting('search_path'), true),
  set_config('verbatim.as_of', $1, true)`;

const built = new StatementNames('built', 500, 'first time');
// Whole operations are long, and what a server keeps of each is too.
const plans = new StatementNames('plan', 100, 'second time');

/** A built statement, named after its text as long as there are not too many different ones. */
export const prepared = (text: string): SqlStatement => ({ name: built.nameOf(text), text });

/** A statement that was made for a whole operation: named from its second time on, as long as there are not too many. */
export const preparedPlan = (text: string): SqlStatement => ({ name: plans.nameOf(text), text });

/** The same reads, which are all given up by a signal. */
export const until = (signal: AbortSignal, sql: SqlClient): SqlClient => ({
  query: (statement, values) => sql.query(statement, values, signal),
  asOf: (revision) => until(signal, sql.asOf(revision)),
});

/** Reads from a PostgreSQL server; statements are prepared once a connection. */
export function poolClient(pool: Pool): SqlClient {
  return {
    query: <Row>({ name, text }: SqlStatement, values: readonly unknown[] = [], signal?: AbortSignal): Promise<Row[]> =>
      onConnection(
        pool,
        signal,
        async (client) => (await client.query<Row & object>({ name, text, values: [...values] })).rows,
      ),
    asOf: (revision) => pastOfPool(pool, revision),
  };
}

function pastOfPool(pool: Pool, revision: number): SqlClient {
  return {
    query: <Row>({ text }: SqlStatement, values: readonly unknown[] = [], signal?: AbortSignal): Promise<Row[]> =>
      onConnection(pool, signal, async (client) => {
        await client.query('BEGIN READ ONLY');
        signal?.throwIfAborted();
        await client.query(ENTER_THE_PAST, [String(revision)]);
        signal?.throwIfAborted();
        const { rows } = await client.query<Row & object>(text, [...values]);
        await client.query('COMMIT');
        return rows;
      }),
    asOf: (other) => pastOfPool(pool, other),
  };
}

/** Reads from the embedded store, which works in this process and stops for nobody: given up is what has not begun. */
export function embeddedClient(database: PGlite): SqlClient {
  return {
    query: async <Row>(
      { text }: SqlStatement,
      values: readonly unknown[] = [],
      signal?: AbortSignal,
    ): Promise<Row[]> => {
      if (signal?.aborted === true) throw reasonOf(signal);
      const { rows } = await database.query<Row>(text, [...values]);
      return rows;
    },
    asOf: (revision) => pastOfEmbedded(database, revision),
  };
}

function pastOfEmbedded(database: PGlite, revision: number): SqlClient {
  return {
    query: <Row>({ text }: SqlStatement, values: readonly unknown[] = [], signal?: AbortSignal): Promise<Row[]> =>
      database.transaction(async (transaction) => {
        if (signal?.aborted === true) throw reasonOf(signal);
        await transaction.query(ENTER_THE_PAST, [String(revision)]);
        return (await transaction.query<Row>(text, [...values])).rows;
      }),
    asOf: (other) => pastOfEmbedded(database, other),
  };
}
