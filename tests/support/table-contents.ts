import type { Store } from '../../src/store/store.ts';

/** When a row was written is not what it says, and hashes of what was written tell of it too. */
const TIMES = ['recorded_at', 'started_at', 'finished_at', 'records', 'nodes'];

/** Every row of every table, as JSON without the times of writing and their hashes, in an order of its own. */
export async function contentOf(store: Store): Promise<Record<string, string[]>> {
  const tables = await store.sql.query<{ name: string }>({
    name: '',
    text: `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations' ORDER BY 1`,
  });
  const content: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await store.sql.query<{ row: string }>(
      {
        name: '',
        text: `SELECT row FROM (SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${name}" t) r ORDER BY row COLLATE "C"`,
      },
      [TIMES],
    );
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}
