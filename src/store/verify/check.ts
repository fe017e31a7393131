import type { SqlClient } from '../sql.ts';

/** What one check found. */
export interface CheckResult {
  /** What should hold, as a sentence. */
  readonly name: string;
  /** How many things were looked at. */
  readonly checked: number;
  /** How many of them it does not hold for. */
  readonly broken: number;
  /** The first of these, each with its id. */
  readonly examples: readonly string[];
}

/** One thing that always holds, looked at over a whole store. */
export interface Check {
  readonly name: string;
  run(sql: SqlClient): Promise<CheckResult>;
}

/** How many broken things a result names. */
export const NAMED_EXAMPLES = 20;

/**
 * A check that one statement makes.
 *
 * @param counted SQL that counts what is looked at
 * @param broken SQL that selects `what`, a description, of each thing that is not as it should be
 */
export function sqlCheck(name: string, counted: string, broken: string): Check {
  return {
    name,
    run: async (sql) => {
      const text = `SELECT (${counted})::int AS checked, count(b.what)::int AS broken,
          coalesce((array_agg(b.what ORDER BY b.what COLLATE "C") FILTER (WHERE b.what IS NOT NULL))[:${String(NAMED_EXAMPLES)}], '{}') AS examples
        FROM (VALUES (1)) AS one LEFT JOIN LATERAL (${broken}) b ON true`;
      const [found] = await sql.query<Omit<CheckResult, 'name'>>({ name: '', text });
      return { name, checked: 0, broken: 0, examples: [], ...found };
    },
  };
}

/** Runs a check. Where the database cannot read what is there (SQLSTATE class 22, data exceptions), that is what it finds. */
export async function runCheck(check: Check, sql: SqlClient): Promise<CheckResult> {
  try {
    return await check.run(sql);
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    if (typeof code !== 'string' || !code.startsWith('22')) throw error;
    return { name: check.name, checked: 0, broken: 1, examples: [`something that cannot be read: ${String(message)}`] };
  }
}
