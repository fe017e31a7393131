import { STORES } from '../support/stores.ts';
import { inWriteTransaction, beginRevision, COMMAND_LINE } from '../../src/store/write-transaction.ts';
describe.each(STORES)('$kind', ({ open }) => {
  it('says that a commit failed', async () => {
    const store = await open();
    await store.prisma.$executeRawUnsafe(
      `CREATE FUNCTION boom() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'boom' USING ERRCODE='check_violation'; END $$`,
    );
    await store.prisma.$executeRawUnsafe(
      `CREATE CONSTRAINT TRIGGER zz AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION boom()`,
    );
    await expect(
      inWriteTransaction(store, (tx) => beginRevision(tx, { summary: 'x', author: COMMAND_LINE })),
    ).rejects.toThrow();
    await store.close();
  });
});
