import { PGlite } from '@electric-sql/pglite';
import { Client, type DatabaseError } from 'pg';
import type { MigrationConnection } from '../../src/store/migrate.ts';
import { createDatabase } from './stores.ts';

/** One connection to an empty database, around all code of the product. */
export interface RawDatabase extends MigrationConnection {
  close(): Promise<void>;
}

/** A kind of database that a suite runs on, each time with an empty one of its own. */
export interface RawDatabaseKind {
  readonly kind: 'embedded' | 'PostgreSQL';
  readonly open: () => Promise<RawDatabase>;
}

const server = process.env['TEST_POSTGRES_URL'];

/** The kinds of database that this machine has. */
export const RAW_DATABASES: readonly RawDatabaseKind[] = [
  { kind: 'embedded', open: async () => rawEmbedded(await PGlite.create()) },
  ...(server === undefined
    ? []
    : [{ kind: 'PostgreSQL', open: async () => connectRaw(await createDatabase(server)) } as const]),
];

/** An embedded database as a raw one. */
export function rawEmbedded(database: PGlite): RawDatabase {
  return {
    run: async (script) => {
      await database.exec(script);
    },
    rows: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await database.query<Row>(text, [...values])).rows,
    close: () => database.close(),
  };
}

/** A connection to a database on a server. */
export async function connectRaw(url: string): Promise<RawDatabase> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    run: async (script) => {
      await client.query(script);
    },
    rows: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row & object>(text, [...values])).rows,
    close: () => client.end(),
  };
}

/** What the database says to a transaction: that it takes it, or when and why it refuses it. */
export type Verdict =
  | { readonly verdict: 'accepted' }
  | {
      readonly verdict: 'refused';
      readonly at: 'statement' | 'commit';
      readonly code: string;
      /** The constraint that was broken, where the database names one. */
      readonly constraint: string | undefined;
      readonly message: string;
    };

/** Begins the next revision. */
const NEXT_REVISION =
  "INSERT INTO revision (number, summary) SELECT coalesce(max(number), 0) + 1, 'a case' FROM revision";

/**
 * Runs a script in a transaction and a revision of its own, unless it begins one itself, and tells what the database says to
 * it. An accepted one is rolled back after all deferred checks have been made, so that every case starts from the same state.
 */
export async function judge(
  database: RawDatabase,
  script: string,
  { beginsRevision = true }: { readonly beginsRevision?: boolean } = {},
): Promise<Verdict> {
  let at: 'statement' | 'commit' = 'statement';
  await database.run('BEGIN');
  try {
    if (beginsRevision && !script.includes('INTO revision')) await database.run(NEXT_REVISION);
    await database.run(script);
    at = 'commit';
    await database.run('SET CONSTRAINTS ALL IMMEDIATE');
    return { verdict: 'accepted' };
  } catch (error) {
    const { code = '', constraint, message } = error as DatabaseError;
    return { verdict: 'refused', at, code, constraint, message };
  } finally {
    await database.run('ROLLBACK');
  }
}
