import { LIMITS } from '../../src/server/limits.ts';
import { keyOf } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

const JSON_BODY = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };

describe('an attack that is known', () => {
  let corpus: ServedCorpus;
  beforeAll(async () => {
    corpus = await serveCorpus();
  });
  afterAll(() => corpus.stop());

  const send = async (path: string, init: RequestInit) => {
    const response = await fetch(corpus.url + path, init);
    const text = await response.text();
    return { status: response.status, text };
  };
  const post = (body: unknown, headers: Readonly<Record<string, string>> = JSON_BODY) =>
    send('/graphql', { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const dataOf = (text: string): unknown => (JSON.parse(text) as { data?: unknown }).data;
  const errorsOf = (text: string) => (JSON.parse(text) as { errors?: { message: string }[] }).errors ?? [];

  const types = (levels: number): string =>
    `{ __schema { types { ${'fields { type { '.repeat(levels)} name ${'} }'.repeat(levels)} } } }`;

  it.each<[name: string, query: string, status: number]>([
    [
      'aliases of __typename',
      `{ ${Array.from({ length: 101 }, (_, n) => `a${String(n)}: __typename`).join(' ')} }`,
      400,
    ],
    ['introspection in circles', types(4), 400],
    ['unknown directives', `{ __typename ${'@aa'.repeat(10)} }`, 400],
    ['directives by the hundred', `{ __typename ${'@include(if: true)'.repeat(100)} }`, 400],
    ['a field many times', `{ ${'__typename '.repeat(3_000)} }`, 400],
    ['unknown fields by the dozen', `{ ${Array.from({ length: 40 }, (_, n) => `x${String(n)}`).join(' ')} }`, 400],
    ['fragments in a circle', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 400],
    ['lists within lists', `{ articles(first: 100) { nodes { statements(first: 100) { nodes { id } } } } }`, 400],
  ])('is refused, and briefly: %s', async (_, query, status) => {
    const answer = await post({ query });
    expect([answer.status, dataOf(answer.text)]).toEqual([status, undefined]);
    const errors = errorsOf(answer.text);
    expect(errors.length).toBeGreaterThan(0);
    // One more says that there are more.
    expect(errors.length).toBeLessThanOrEqual(LIMITS.errors + 1);
  });

  it('lets through as much introspection as tools ask for', async () => {
    const answer = await post({ query: types(1) });
    expect([answer.status, errorsOf(answer.text)]).toEqual([200, []]);
  });

  it.each<[name: string, send: () => ReturnType<typeof send>]>([
    ['ten queries in a list', () => post(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })))],
    ['a query by GET that any page can send', () => send('/graphql?query=%7B__typename%7D', {})],
    [
      'a query by a form',
      () => post('query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['a query as plain text', () => post({ query: '{ __typename }' }, { 'content-type': 'text/plain' })],
    ['a body that ends early', () => post('{"query": "{ __typename }')],
    ['variables that are a list', () => post({ query: '{ __typename }', variables: [1] })],
    ['keys of prototypes', () => post('{"__proto__": {"query": "{ __typename }"}, "constructor": 1}')],
  ])('is refused as a request: %s', async (_, request) => {
    const answer = await request();
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(dataOf(answer.text)).toBeUndefined();
    expect(answer.text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts:/);
  });

  it('is refused as a request: a mutation by GET, whoever sends it', async () => {
    const authorization = `Bearer ${await keyOf(corpus.store, 'ADMIN')}`;
    const query = 'mutation { unmergeActor(actor: "x", reason: "y") { __typename } }';
    const answer = await send(`/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': 'true', authorization },
    });
    expect([answer.status, dataOf(answer.text)]).toEqual([405, undefined]);
  });

  it.each([['tracing'], ['stacktrace'], ['exception']])(
    'learns nothing from the extensions of an answer: %s',
    async (word) => {
      for (const query of [
        '{ __typename }',
        '{ article(slug: 1) { id } }',
        'not a query',
        '{ node(id: "x") { id } }',
      ]) {
        expect((await post({ query }, { ...JSON_BODY, 'x-apollo-tracing': '1' })).text).not.toContain(word);
      }
    },
  );
});
