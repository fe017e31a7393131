import { seed } from '../../src/ingest/seed.ts';
import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('seeding on the $kind store', ({ open }) => {
  it('records the corpus, and twice gives nothing new', async () => {
    const store = await open();
    try {
      const first = await seed(store, OWN_SEEDS);
      expect(first.revision).toBe(1);
      const second = await seed(store, OWN_SEEDS);
      expect(second.revision).toBe(1);
      expect([...second.changes]).toEqual([]);
    } finally {
      await store.close();
    }
  });
});
