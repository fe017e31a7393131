import { beginRevision, COMMAND_LINE, inWriteTransaction } from '../../src/store/write-transaction.ts';
import type { Store } from '../../src/store/store.ts';
import { until } from '../support/follower.ts';
import { STORES } from '../support/stores.ts';

const write = (store: Store) =>
  inWriteTransaction(store, (tx) => beginRevision(tx, { summary: 'nothing', author: COMMAND_LINE }));

describe.each(STORES)('news of the $kind store', ({ open }) => {
  it('reach everybody who waits, and nobody else', async () => {
    const store = await open();
    const told = { one: 0, two: 0 };
    const endOne = store.news.subscribe(() => told.one++);
    const endTwo = store.news.subscribe(() => told.two++);
    await write(store);
    await until(() => told.one > 0 && told.two > 0);
    endOne();
    const { one, two } = told;
    await write(store);
    await until(() => told.two > two);
    expect(told.one).toBe(one);
    endTwo();
    await store.close();
  });

  it('end with the store, even before they came', async () => {
    const store = await open();
    store.news.subscribe(() => undefined);
    const before = Date.now();
    await store.close();
    expect(Date.now() - before).toBeLessThan(4_000);
  });
});
