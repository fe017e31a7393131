import type { MigrationConnection } from './migrate.ts';

/** Roles of a PostgreSQL server under which the product works, so that a mistake of its own can do no more (docs/adr/0023-roles.md). */
export interface Roles {
  /** May only read. */
  readonly reader: string;
  /** May add, and change what may change. */
  readonly writer: string;
}

export const ROLES: Roles = { reader: 'verbatim_reader', writer: 'verbatim_writer' };

/** SQLSTATEs of a role that is not there, and of one that may not be taken. */
const NOT_TO_BE_TAKEN = /^(?:22023|42501)$/;

/** The roles of a migrated database; null where whoever is connected may not take them. */
export async function findRoles(connection: MigrationConnection): Promise<Roles | null> {
  await connection.run('BEGIN READ ONLY');
  try {
    await connection.run(`SET LOCAL ROLE ${ROLES.reader}`);
    await connection.run(`SET LOCAL ROLE ${ROLES.writer}`);
    const [rights] = await connection.rows<{ given: boolean }>(
      `SELECT has_table_privilege('${ROLES.reader}', 'as_of.statement', 'SELECT') AND has_table_privilege('revision', 'INSERT') AS given`,
    );
    return rights?.given === true ? ROLES : null;
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (typeof code === 'string' && NOT_TO_BE_TAKEN.test(code)) return null;
    throw error;
  } finally {
    await connection.run('ROLLBACK');
  }
}
