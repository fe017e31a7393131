import { keyOf } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

describe('GET /backup', () => {
  let corpus: ServedCorpus;
  beforeAll(async () => {
    corpus = await serveCorpus();
  });
  afterAll(() => corpus.stop());

  const ask = (key?: string, method = 'GET') =>
    fetch(`${corpus.url}/backup`, { method, headers: key === undefined ? {} : { authorization: `Bearer ${key}` } });

  it('gives all of the store to who may do everything', async () => {
    const response = await ask(await keyOf(corpus.store, 'ADMIN'));
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'application/x-ndjson',
      'no-store',
    ]);
    const lines = (await response.text()).trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: true, rows: lines.length - 2 });
  });

  it.each([
    ['nobody', () => Promise.resolve(undefined), 401],
    ['who has a key that is none', () => Promise.resolve('verbatim_x'), 401],
    ['a reviewer', () => keyOf(corpus.store, 'REVIEWER'), 403],
    ['an editor', () => keyOf(corpus.store, 'EDITOR'), 403],
  ])('gives nothing to %s', async (_, key, status) => {
    const response = await ask(await key());
    const body = (await response.json()) as { errors: { message: string }[] };
    expect([response.status, body.errors.length]).toEqual([status, 1]);
  });

  it('changes nothing', async () => {
    const response = await ask(await keyOf(corpus.store, 'ADMIN'), 'POST');
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
  });
});
