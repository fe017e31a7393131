import { keptEntriesOf } from '../../../src/store/ledger/kept-entries.ts';
import { entriesOf } from '../../../src/store/ledger/ledger-entries.ts';
import type { SqlClient } from '../../../src/store/sql.ts';
import type { Store } from '../../../src/store/store.ts';
import { asOwner } from '../../support/as-owner.ts';
import { STORES } from '../../support/stores.ts';
import { recordVariety } from '../../support/varied-corpus.ts';

describe.each(STORES)('entries that are kept, of the $kind store', ({ open }) => {
  let store: Store;
  let revisions: readonly number[];
  beforeAll(async () => {
    store = await open();
    const newest = await recordVariety(store);
    revisions = Array.from({ length: newest }, (_, at) => at + 1);
  }, 120_000);
  afterAll(() => store.close());

  /** The entries, and how many statements it took to have them. */
  const read = async (asked: readonly number[]) => {
    let count = 0;
    const counting: SqlClient = {
      query: (...call) => {
        count++;
        return store.sql.query(...call);
      },
      asOf: (revision) => store.sql.asOf(revision),
    };
    return { entries: await keptEntriesOf(counting, asked), count };
  };

  it('are those of the store, and read once', async () => {
    const [some, ...others] = revisions;
    const first = await read([some ?? 0]);
    expect(first.count).toBe(2);
    expect((await read([some ?? 0])).count).toBe(1);
    const all = await read([...others, some ?? 0]);
    expect(all.count).toBe(2);
    expect(await read(revisions)).toEqual({ entries: all.entries, count: 1 });
    expect(all.entries).toEqual(await entriesOf(store.sql, revisions));
  });

  it('are none for a revision that there is not', async () => {
    expect((await read([10_000])).entries).toEqual(new Map());
  });

  it('are not those of an entry that was changed', async () => {
    const newest = revisions.at(-1) ?? 0;
    const before = (await read([newest])).entries.get(newest);
    await asOwner(
      store,
      'ALTER TABLE ledger_entry DISABLE TRIGGER USER',
      `UPDATE ledger_entry SET nodes = ARRAY[decode(repeat('00', 32), 'hex')] || nodes[2:] WHERE revision = ${String(newest)}`,
    );
    for (const time of ['at first', 'and then'])
      expect({ time, count: (await read([newest])).count }).toEqual({ time, count: 2 });
    // What was sealed is what it was; what the ledger says of it is told by the check of the ledger.
    expect((await read([newest])).entries.get(newest)?.json).toBe(before?.json);
  });
});
