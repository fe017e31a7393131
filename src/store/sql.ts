import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';
import type { SeenRequest } from '../observe/seen-request.ts';
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
  /** Runs one statement and returns its rows as objects. */
  query<Row>(statement: SqlStatement, values?: readonly unknown[]): Promise<Row[]>;
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

/** Reads from a PostgreSQL server; statements are prepared once a connection. */
export function poolClient(pool: Pool): SqlClient {
  return {
    async query<Row>({ name, text }: SqlStatement, values: readonly unknown[] = []): Promise<Row[]> {
      const { rows } = await pool.query<Row & object>({ name, text, values: [...values] });
      return rows;
    },
    asOf: (revision) => pastOfPool(pool, revision),
  };
}

function pastOfPool(pool: Pool, revision: number): SqlClient {
  return {
    async query<Row>({ text }: SqlStatement, values: readonly unknown[] = []): Promise<Row[]> {
      const client = await pool.connect();
      try {
        await client.query('BEGIN READ ONLY');
        await client.query(ENTER_THE_PAST, [String(revision)]);
        const { rows } = await client.query<Row & object>(text, [...values]);
        await client.query('COMMIT');
        client.release();
        return rows;
      } catch (error) {
        // A connection of which nobody knows what it still holds is given up.
        client.release(true);
        throw error;
      }
    },
    asOf: (other) => pastOfPool(pool, other),
  };
}

/** Reads from the embedded store. */
export function embeddedClient(database: PGlite): SqlClient {
  return {
    async query<Row>({ text }: SqlStatement, values: readonly unknown[] = []): Promise<Row[]> {
      const { rows } = await database.query<Row>(text, [...values]);
      return rows;
    },
    asOf: (revision) => pastOfEmbedded(database, revision),
  };
}

function pastOfEmbedded(database: PGlite, revision: number): SqlClient {
  return {
    query: <Row>({ text }: SqlStatement, values: readonly unknown[] = []): Promise<Row[]> =>
      database.transaction(async (transaction) => {
        await transaction.query(ENTER_THE_PAST, [String(revision)]);
        return (await transaction.query<Row>(text, [...values])).rows;
      }),
    asOf: (other) => pastOfEmbedded(database, other),
  };
}
