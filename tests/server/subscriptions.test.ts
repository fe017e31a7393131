import { ChangingCorpus } from '../support/changing-corpus.ts';
import { Follower, until } from '../support/follower.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';

describe.each(STORES)('a subscription to the $kind store', (kind) => {
  let corpus: ServedCorpus;
  let writes: ChangingCorpus;
  beforeAll(async () => {
    corpus = await serveCorpus(kind, (store) => new ChangingCorpus(store).sow(ferries()));
    writes = new ChangingCorpus(corpus.store);
  });
  afterAll(() => corpus.stop());

  it('tells what comes from now on', async () => {
    const follower = new Follower(corpus.url);
    await follower.connected;
    const revision = await writes.review('The town waits.', 'RETRACT', 'It left.');
    await until(() => follower.messages.length > 0);
    expect(follower.messages).toEqual([]);
    follower.stop();
  });
});
