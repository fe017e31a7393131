import { setTimeout as sleep } from 'node:timers/promises';
import { extract } from '../../../src/extract/extract.ts';
import type { Extractor } from '../../../src/ingest/extractor.ts';
import { ArticleQueue } from '../../../src/ingest/queue/article-queue.ts';
import { workOnQueue } from '../../../src/ingest/queue/work-on-queue.ts';
import { articleFrom } from '../../../src/ingest/sources/article-from.ts';
import { openPostgresStore } from '../../../src/store/open-postgres-store.ts';
import { COMMAND_LINE } from '../../../src/store/write-transaction.ts';
import { createDatabase } from '../../support/stores.ts';
import { describeOnPostgres } from '../../support/describe-on-postgres.ts';

const version = (number: number) =>
  articleFrom(
    `“We saw ${String(number)} doves”, said Ann Smith.\n`,
    'text',
    { id: 'doves' },
    `doves ${String(number)}`,
  );

describeOnPostgres('a batch that fails', (server) => {
  it('is tried again before later versions of its articles are recorded', async () => {
    const url = await createDatabase(server);
    const store = await openPostgresStore(url);
    const queue = await ArticleQueue.open(url);
    let failures = 1;
    const extractor: Extractor = {
      extract: (text, options) =>
        text.includes('saw 1 ') && failures-- > 0
          ? Promise.reject(new Error('out of memory'))
          : Promise.resolve(extract(text, options)),
      close: () => Promise.resolve(),
    };
    try {
      for (const number of [1, 2, 3]) await queue.add([version(number)]);
      const told: string[] = [];
      const work = await workOnQueue(
        queue,
        { store, author: COMMAND_LINE, extractor },
        { atOnce: 2, untilEmpty: false, onOutcome: ({ place }) => told.push(place) },
      );
      let state = await queue.state();
      const failing = new Set<string>();
      while (state.waiting + state.underWay > 0) {
        for (const message of state.failing) failing.add(message);
        await sleep(50);
        state = await queue.state();
      }
      await work.stop();
      await work.done;
      expect(told).toEqual(['doves 1', 'doves 2', 'doves 3']);
      expect([...failing]).toContain('out of memory');
      const versions = await store.prisma.articleVersion.findMany({ orderBy: { number: 'asc' } });
      expect(versions.map(({ text }) => text)).toEqual([1, 2, 3].map((number) => version(number).text));
    } finally {
      await queue.close();
      await store.close();
    }
  }, 60_000);
});
