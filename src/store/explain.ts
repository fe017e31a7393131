import type { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import type { Explain } from '../observe/slow-statements.ts';

/** Milliseconds for a connection, and for a plan. */
const PATIENCE = 5_000;
/** The first version that plans a statement whose values it does not know. */
const GENERIC_PLANS_SINCE = 160_000;
/** What has a plan. Everything else is short. */
const PLANNED = /^\s*(?:\(\s*)?(?:SELECT|WITH|INSERT|UPDATE|DELETE|MERGE)\b/i;

interface Line {
  readonly 'QUERY PLAN': string;
}

/** Finds out plans on a PostgreSQL server, each by a connection that is made for it: those of the pool are for requests. */
export const explainOnServer =
  (url: string): Explain =>
  async (text) => {
    if (!PLANNED.test(text)) return null;
    const client = new Client({
      connectionString: url,
      connectionTimeoutMillis: PATIENCE,
      statement_timeout: PATIENCE,
      query_timeout: 2 * PATIENCE,
      application_name: 'verbatim explain',
    });
    // Without a listener a connection that breaks would end the process; whoever waits for an answer is told anyway.
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('BEGIN READ ONLY');
      const { rows } = await client.query<{ version: number }>(
        "SELECT current_setting('server_version_num')::int AS version",
      );
      const lines =
        (rows[0]?.version ?? 0) >= GENERIC_PLANS_SINCE
          ? (await client.query<Line>(`EXPLAIN (GENERIC_PLAN) ${text}`)).rows
          : await explainPrepared(client, text);
      return linesOf(lines);
    } finally {
      await client.end();
    }
  };

/** As the pool's connections plan: once for any values. With such a plan the values that it is asked for by do not matter. */
async function explainPrepared(client: Client, text: string): Promise<Line[]> {
  await client.query('SET LOCAL plan_cache_mode = force_generic_plan');
  await client.query(`PREPARE explained AS ${text}`);
  const { rows } = await client.query<{ count: number }>(
    "SELECT cardinality(parameter_types) AS count FROM pg_prepared_statements WHERE name = 'explained'",
  );
  const values = Array.from({ length: rows[0]?.count ?? 0 }, () => 'NULL').join(', ');
  return (await client.query<Line>(`EXPLAIN EXECUTE explained${values === '' ? '' : `(${values})`}`)).rows;
}

/** Finds out plans in the embedded store, which has one connection: others wait for it no longer than for a short read. */
export const explainEmbedded =
  (database: PGlite): Explain =>
  async (text) => {
    if (!PLANNED.test(text)) return null;
    // By the simple protocol, which asks for no values.
    const [explained] = await database.exec(`EXPLAIN (GENERIC_PLAN) ${text}`);
    return linesOf((explained?.rows ?? []) as Line[]);
  };

const linesOf = (rows: readonly Line[]): string[] => rows.map((row) => row['QUERY PLAN']);
