import { beginRevision, COMMAND_LINE, inWriteTransaction } from '../../src/store/write-transaction.ts';
import { asOwner } from '../support/as-owner.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('a write transaction of the $kind store', ({ open }) => {
  it('says that its commit was refused', async () => {
    const store = await open();
    try {
      await asOwner(
        store,
        `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'no revision today' USING ERRCODE = 'check_violation'; END $$`,
        `CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED
         FOR EACH ROW EXECUTE FUNCTION refuse()`,
      );
      await expect(
        inWriteTransaction(store, (tx) => beginRevision(tx, { summary: 'a write', author: COMMAND_LINE })),
      ).rejects.toThrow('no revision today');
      expect(await store.prisma.revision.count()).toBe(0);
    } finally {
      await store.close();
    }
  });
});
