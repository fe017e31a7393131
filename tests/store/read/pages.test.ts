import fc from 'fast-check';
import { OWN_SEEDS } from '../../../src/cli/commands/seed.ts';
import { seed } from '../../../src/ingest/seed.ts';
import { encodeCursor } from '../../../src/store/read/cursor.ts';
import type { Listing } from '../../../src/store/read/listing.ts';
import { ACTORS, ARTICLES, QUOTES_OF_ARTICLE, UTTERANCES } from '../../../src/store/read/listings.ts';
import { countRows, readPages } from '../../../src/store/read/pages.ts';
import { listStatements } from '../../../src/store/read/statement-filter.ts';
import type { SqlClient } from '../../../src/store/sql.ts';
import type { Store } from '../../../src/store/store.ts';
import { LISTINGS } from '../../support/listings.ts';
import { article, withFolder, type SeedFiles } from '../../support/seed-folder.ts';
import { ferries } from '../../support/small-seeds.ts';
import { STORES } from '../../support/stores.ts';

interface Identified {
  readonly id: string;
}
const snowIn = (slug: string): SeedFiles =>
  article(slug, 'It snows\n\nSnow fell.\n', {
    statements: [{ key: 'snow', text: 'Snow fell.', content: 'Snow fell.' }],
  });

const MORE_THAN_ALL = 10_000;

/** Each owner's ids in order, by one page that holds everything. */
async function listed(
  sql: SqlClient,
  listing: Listing,
  owners: readonly string[] | null,
): Promise<Map<string | null, string[]>> {
  const pages = await readPages<Identified>(sql, listing, { first: MORE_THAN_ALL, after: null }, owners);
  return new Map([...pages].map(([owner, { rows }]) => [owner, rows.map(({ row }) => row.id)]));
}

/** An owner's ids in order, page by page of sizes that come round again. */
async function walked(
  sql: SqlClient,
  listing: Listing,
  owner: string | null,
  sizes: readonly number[],
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (let page = 0; ; page++) {
    const first = sizes[page % sizes.length] ?? 1;
    const found = (await readPages<Identified>(sql, listing, { first, after }, owner === null ? null : [owner])).get(
      owner,
    );
    expect(found?.hasPreviousPage).toBe(page > 0);
    expect(found?.rows.length).toBeLessThanOrEqual(first);
    ids.push(...(found?.rows.map(({ row }) => row.id) ?? []));
    // A row that comes twice would let the walk go on for ever.
    expect(new Set(ids).size).toBe(ids.length);
    if (found?.hasNextPage !== true) return ids;
    expect(found.rows).toHaveLength(first);
    after = found.rows.at(-1)?.cursor ?? null;
    await between();
  }
}

describe.each(STORES)('pages of the $kind store', ({ open }) => {
  let store: Store;
  const owners: Record<string, string[]> = {};
  beforeAll(async () => {
    store = await open();
    await seed(store, OWN_SEEDS);
    for (const table of ['article', 'actor', 'event', 'quote']) {
      const rows = await store.sql.query<Identified>({
        name: '',
        text: `SELECT id FROM ${table} ORDER BY id LIMIT 60`,
      });
      owners[table] = rows.map(({ id }) => id);
    }
  });
  afterAll(() => store.close());

  it.each(LISTINGS)('give each of the %s once and in order, whatever their size', async (_, listing, ownedBy) => {
    const ids = ownedBy === null ? null : (owners[ownedBy] ?? []);
    const whole = await listed(store.sql, listing, ids);
    const counts = await countRows(store.sql, listing, ids);
    const longest = [...whole].reduce((a, b) => (b[1].length > a[1].length ? b : a));
    expect(longest[1].length).toBeGreaterThan(0);
    for (const [owner, rows] of whole) {
      expect(new Set(rows).size).toBe(rows.length);
      expect(counts.get(owner)).toBe(rows.length);
    }
    const [owner, rows] = longest;
    const most = rows.length + 1;
    const least = Math.max(1, Math.floor(rows.length / 12));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 4 }),
        async (sizes) => {
          expect(await walked(store.sql, listing, owner, sizes)).toEqual(rows);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('of many owners at once are those of each by itself', async () => {
    const articles = owners['article'] ?? [];
    const together = await readPages<Identified>(store.sql, QUOTES_OF_ARTICLE, { first: 3, after: null }, articles);
    for (const article of articles) {
      const alone = await readPages<Identified>(store.sql, QUOTES_OF_ARTICLE, { first: 3, after: null }, [article]);
      expect(together.get(article)).toEqual(alone.get(article));
    }
  });

  it('of an owner that is not there are empty', async () => {
    const nobody = '00000000-0000-8000-8000-000000000000';
    const pages = await readPages(store.sql, QUOTES_OF_ARTICLE, { first: 3, after: null }, [nobody]);
    expect(pages.get(nobody)).toEqual({ rows: [], hasNextPage: false, hasPreviousPage: false });
  });

  it('of one row tell that there is another one, and the last one that there is none', async () => {
    const ids = (await listed(store.sql, ARTICLES, null)).get(null) ?? [];
    for (const first of [ids.length - 1, ids.length, ids.length + 1]) {
      const page = (await readPages(store.sql, ARTICLES, { first, after: null }, null)).get(null);
      expect(page?.hasNextPage).toBe(first < ids.length);
    }
  });

  it('go on behind a place that nothing stands at any more, or never did', async () => {
    const rows = (await listed(store.sql, ACTORS, null)).get(null) ?? [];
    const slugs = await store.prisma.actor.findMany({ where: { slug: { gt: 'm' } } });
    const after = encodeCursor(ACTORS, ['m']);
    const page = (await readPages<Identified>(store.sql, ACTORS, { first: MORE_THAN_ALL, after }, null)).get(null);
    const behind = page?.rows.map(({ row }) => row.id);
    expect(behind).toEqual(rows.slice(rows.length - slugs.length));
  });

  it.each(LISTINGS)(
    'refuse a cursor that is not one of the %s, before the database sees it',
    async (_, listing, ownedBy) => {
      const unreachable: SqlClient = {
        query: () => Promise.reject(new Error('the database was asked')),
        asOf: () => unreachable,
      };
      const other = listing.name === ARTICLES.name ? UTTERANCES : ARTICLES;
      const cursors = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.base64String(),
        fc.constant(encodeCursor(other, ['1'])),
        fc.constant('Q'.repeat(100_000)),
      );
      await fc.assert(
        fc.asyncProperty(cursors, async (after) => {
          const ids = ownedBy === null ? null : (owners[ownedBy] ?? []);
          await expect(readPages(unreachable, listing, { first: 1, after }, ids)).rejects.toMatchObject({
            code: 'BAD_USER_INPUT',
          });
        }),
        { numRuns: 30 },
      );
    },
  );

  it('go on with the same rows while others are added in between', async () => {
    const own = await open();
    await withFolder(ferries(), (folder) => seed(own, folder));
    const growing = [
      ARTICLES,
      ACTORS,
      UTTERANCES,
      listStatements(null, 'TEXT_POSITION', {}),
      listStatements(null, 'SAID_DESC', {}),
    ];
    for (const [index, listing] of growing.entries()) {
      await withFolder(snowIn(`m-${String(index)}`), (folder) => seed(own, folder));
      const before = (await listed(own.sql, listing, null)).get(null) ?? [];
      let added = 0;
      const ids = await walked(own.sql, listing, null, [1], async () => {
        if (added++ < 2)
          await withFolder(snowIn(`${added === 1 ? 'a' : 'z'}-${String(index)}`), (folder) => seed(own, folder));
      });
      expect(added).toBeGreaterThan(0);
      expect(ids.filter((id) => before.includes(id))).toEqual(before);
      expect(new Set(ids).size).toBe(ids.length);
    }
    await own.close();
  });
});
