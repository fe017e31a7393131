import type { PGlite } from '@electric-sql/pglite';
import type { ClientBase, Pool } from 'pg';
import type { SeenRequest } from '../observe/seen-request.ts';
import { onConnection } from './on-connection.ts';
import type { Patience } from './patience.ts';
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
   * @param patience of whom it is read for: once it ends, the statement is cancelled where the store can do so
   */
  query<Row>(statement: SqlStatement, values?: readonly unknown[], patience?: Patience): Promise<Row[]>;
  /** The same reads, of the corpus as it was at a revision. */
  asOf(revision: number): SqlClient;
  /** The same reads, of which is told for which request they are; left out where nobody observes. */
  askedBy?(request: SeenRequest): SqlClient;
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

/** The same reads, which are all given up once nobody waits for them. */
export const until = (patience: Patience, sql: SqlClient): SqlClient => ({
  query: (statement, values) => sql.query(statement, values, patience),
  asOf: (revision) => until(patience, sql.asOf(revision)),
  askedBy: (request) => until(patience, sql.askedBy?.(request) ?? sql),
});

/** Reads from a PostgreSQL server; statements are prepared once a connection. */
export function poolClient(pool: Pool): SqlClient {
  return {
    query: <Row>({ name, text }: SqlStatement, values: readonly unknown[] = [], patience?: Patience): Promise<Row[]> =>
      onConnection<Row[]>(pool, patience, (client, done) => {
        client.query<Row & object>({ name, text, values: [...values] }, (error: Error | null, result) => {
          if (error) done(error);
          else done(null, result.rows);
        });
      }),
    asOf: (revision) => pastOfPool(pool, revision),
  };
}

/** Reads of one moment, by what runs a statement within a transaction. */
export const momentClient = (run: (text: string, values: readonly unknown[]) => Promise<unknown[]>): SqlClient => ({
  query: <Row>({ text }: SqlStatement, values: readonly unknown[] = []) => run(text, values) as Promise<Row[]>,
  asOf: () => {
    throw new Error('what is read here is of one moment already');
  },
});

function pastOfPool(pool: Pool, revision: number): SqlClient {
  return {
    query: <Row>({ text }: SqlStatement, values: readonly unknown[] = [], patience?: Patience): Promise<Row[]> => {
      const read = async (client: ClientBase): Promise<Row[]> => {
        await client.query('BEGIN READ ONLY');
        assertWaiting(patience);
        await client.query(ENTER_THE_PAST, [String(revision)]);
        assertWaiting(patience);
        const { rows } = await client.query<Row & object>(text, [...values]);
        await client.query('COMMIT');
        return rows;
      };
      return onConnection<Row[]>(pool, patience, (client, done) => {
        read(client).then((rows) => {
          done(null, rows);
        }, done);
      });
    },
    asOf: (other) => pastOfPool(pool, other),
  };
}

function assertWaiting(patience: Patience | undefined): void {
  if (patience?.error) throw patience.error;
}

/** Reads from the embedded store, which works in this process and stops for nobody: given up is what has not begun. */
export function embeddedClient(database: PGlite): SqlClient {
  return {
    query: async <Row>(
      { text }: SqlStatement,
      values: readonly unknown[] = [],
      patience?: Patience,
    ): Promise<Row[]> => {
      assertWaiting(patience);
      const { rows } = await database.query<Row>(text, [...values]);
      return rows;
    },
    asOf: (revision) => pastOfEmbedded(database, revision),
  };
}

function pastOfEmbedded(database: PGlite, revision: number): SqlClient {
  return {
    query: <Row>({ text }: SqlStatement, values: readonly unknown[] = [], patience?: Patience): Promise<Row[]> =>
      database.transaction(async (transaction) => {
        assertWaiting(patience);
        await transaction.query(ENTER_THE_PAST, [String(revision)]);
        return (await transaction.query<Row>(text, [...values])).rows;
      }),
    asOf: (other) => pastOfEmbedded(database, other),
  };
}
