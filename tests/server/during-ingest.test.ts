import { get } from 'node:http';
import pino from 'pino';
import { workerExtractor, type Extractor } from '../../src/ingest/extractor.ts';
import { startServer, type RunningServer } from '../../src/server/start-server.ts';
import type { Store } from '../../src/store/store.ts';
import { keyOf } from '../support/keys.ts';
import { postGraphql } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';

/** Workers know nothing of how tests are compiled: they run what was built. */
const WORKER = new URL('../../dist/ingest/extract-worker.js', import.meta.url);

const sentence = (number: number): string =>
  number % 20 === 0
    ? `“Gauge ${String(number)} stands at ${String(number % 97)} metres,” Ada Holm said.`
    : `Gauge ${String(number)} stood in the rain by the old quay of the town, and nobody looked.`;
const LENGTH = 500_000;
const LONG_TEXT = Array.from(
  { length: LENGTH / 70 },
  (_, number) => sentence(number) + (number % 10 === 9 ? '\n\n' : ' '),
).join('');

/** The answer to a query, by a connection of its own: one that was idle may be closed just when it is used again. */
function ask(url: string, query: string): Promise<string> {
  const address = `${url}/graphql?query=${encodeURIComponent(query)}`;
  return new Promise((resolve, reject) => {
    get(address, { agent: false, headers: { 'apollo-require-preflight': 'yes' } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve(text);
      });
    }).on('error', reject);
  });
}

describe.each(STORES)('A server on the $kind store', ({ open }) => {
  let [store, server, extractor] = [null, null, null] as unknown as [Store, RunningServer, Extractor];
  beforeAll(async () => {
    store = await open();
    extractor = workerExtractor(WORKER);
    server = await startServer({ store, extractor, host: '127.0.0.1', port: 0, log: pino({ level: 'silent' }) });
  });
  afterAll(async () => {
    await server.stop();
    await extractor.close();
    await store.close();
  });

  it('answers while a long article is brought in', async () => {
    expect(LONG_TEXT.length).toBeGreaterThan(LENGTH);
    const key = await keyOf(store, 'EDITOR');
    const query = 'mutation ($article: ArticleInput!) { ingestArticle(article: $article) { outcome proposed } }';
    const work = { isDone: false };
    const ingested = postGraphql(
      server.url,
      { query, variables: { article: { text: `Gauges\n\n${LONG_TEXT}` } } },
      key,
    ).finally(() => {
      work.isDone = true;
    });
    let answered = 0;
    do {
      expect(await ask(server.url, '{ articles { totalCount } corpus { revision } }')).toMatch(
        /^\{"data":\{"articles" ?:/,
      );
      if (!work.isDone) answered++;
    } while (!work.isDone);
    expect(answered).toBeGreaterThan(0);
    const { status, data, errors } = await ingested;
    expect([status, errors]).toEqual([200, []]);
    expect(data).toEqual({ ingestArticle: { outcome: 'NEW', proposed: expect.any(Number) as number } });
  });
});
