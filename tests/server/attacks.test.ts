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

  /** The same by every way in: what is told, whole. */
  const ways: readonly (readonly [string, (query: string, url?: string) => Promise<string>])[] = [
    [
      'POST',
      async (query, url = corpus.url) =>
        (await fetch(`${url}/graphql`, { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ query }) })).text(),
    ],
    [
      'GET',
      async (query, url = corpus.url) =>
        (
          await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
            headers: { 'apollo-require-preflight': '1' },
          })
        ).text(),
    ],
    [
      'the stream',
      async (query, url = corpus.url) =>
        (
          await fetch(`${url}/graphql/stream`, {
            method: 'POST',
            headers: { ...JSON_BODY, accept: 'text/event-stream' },
            body: JSON.stringify({ query: query.startsWith('{') ? `subscription ${query}` : query }),
          })
        ).text(),
    ],
  ];

  it.each(ways)('learns no names where introspection is off: by %s', async (_, ask) => {
    const closed = await serveCorpus(undefined, () => Promise.resolve(), { introspection: false });
    try {
      for (const query of [
        '{ chagnes { totalCount } articls { totalCount } }',
        '{ changes { totalCont nodez } article(slg: "x") { titel } }',
      ]) {
        const [open, told] = [await ask(query), await ask(query, closed.url)];
        expect(open).toContain('Did you mean');
        expect(told).toContain('Cannot query field');
        expect(told).not.toMatch(/Did you mean|totalCount|articles"|title/);
      }
      for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }']) {
        const told = await ask(query, closed.url);
        expect(told).toMatch(/introspection/i);
        expect(told).not.toMatch(/"types"|"data":\{/);
      }
      expect((await closed.ask('{ __typename corpus { revision } }')).errors).toEqual([]);
    } finally {
      await closed.stop();
    }
  });

  it.each(ways)('is refused, and briefly, by %s: aliases, directives, tokens and depth', async (_, ask) => {
    const aliases = `{ ${Array.from({ length: 101 }, (__, n) => `a${String(n)}: __typename`).join(' ')} }`;
    const depth = `{ changes { changes { statement ${'{ article { currentVersion '.repeat(8)} { id } ${'} }'.repeat(8)} } } }`;
    for (const query of [
      aliases,
      depth,
      `{ __typename ${'@include(if: true) '.repeat(100)} }`,
      `{ ${'a '.repeat(LIMITS.tokens)} }`,
    ]) {
      const told = await ask(query);
      expect(told).toMatch(/"errors":\[/);
      expect(told).not.toMatch(/"data":/);
      expect(told.length).toBeLessThan(4_000);
    }
  });

  it('finds the playground, which is meant to be found, and nothing in it that is asked elsewhere', async () => {
    const { status, text } = await send('/playground', { headers: { accept: 'text/html' } });
    expect(status).toBe(200);
    expect(text).not.toMatch(/(?:src|href)="https?:/);
    // At the API itself there is none: a browser is led to where it is.
    const led = await send('/graphql', { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect(led.status).toBe(303);
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
