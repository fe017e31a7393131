import type { SqlClient } from '../sql.ts';

/** The name of a store's newest migration, which tells what its tables are. */
export async function newestMigration(sql: SqlClient): Promise<string> {
  const [newest] = await sql.query<{ name: string }>({
    name: '',
    text: 'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C" DESC LIMIT 1',
  });
  return newest?.name ?? '';
}
