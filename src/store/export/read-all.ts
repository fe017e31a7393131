import type { Listing } from '../read/listing.ts';
import { readPages } from '../read/pages.ts';
import type { SqlClient } from '../sql.ts';

/** All of a list, a page at a time, each read when it is asked for. */
export async function* readAll<Row>(sql: SqlClient, listing: Listing, size: number): AsyncGenerator<readonly Row[]> {
  for (let after: string | null = null; ;) {
    const page = (await readPages<Row>(sql, listing, { first: size, after }, null)).get(null);
    if (!page) return;
    yield page.rows.map(({ row }) => row);
    if (!page.hasNextPage) return;
    after = page.rows.at(-1)?.cursor ?? null;
  }
}
