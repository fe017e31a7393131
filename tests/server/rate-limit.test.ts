import { setTimeout as sleep } from 'node:timers/promises';
import { readEnvironment } from '../../src/cli/environment.ts';
import { readProxies } from '../../src/server/client-of.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { keyOf } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

const BURST = 400;
const PER_SECOND = 40;
const CHEAP = '{ corpus { revision } }';
/** One of 100 nodes and a connection. */
const LIST = '{ statements(first: 100) { nodes { id } } }';

describe('a server that limits what a client asks for', () => {
  let corpus: ServedCorpus;
  /** Each test has a client of its own, behind a proxy. */
  let client = 0;
  beforeEach(() => client++);
  beforeAll(async () => {
    corpus = await serveCorpus(undefined, undefined, {
      rateLimit: {
        rate: { perSecond: PER_SECOND, burst: BURST },
        includesOwn: true,
        proxies: readProxies(['127.0.0.1']),
      },
    });
  });
  afterAll(() => corpus.stop());

  const post = (query: string, headers: Readonly<Record<string, string>> = {}, path = '/graphql') =>
    fetch(corpus.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `192.0.2.${String(client)}`, ...headers },
      body: JSON.stringify({ query }),
    });
  const left = ({ headers }: Response) => Number(/;r=(\d+);/.exec(headers.get('ratelimit') ?? '')?.[1]);
  const codesOf = async (response: Response) =>
    ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors.map(
      ({ extensions }) => extensions.code,
    );

  it('tells with each answer what is left, kept and known answers among them', async () => {
    const answers = [];
    for (let number = 0; number < 3; number++) answers.push(await post(LIST));
    const [first, second, third] = answers.map(left);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"nodes";q=400;w=10');
    // The first is read, and the same again is kept; both count as requests, and the nodes only where they are read.
    expect(first).toBeGreaterThanOrEqual(BURST - LIMITS.nodesOfRequest - 110);
    expect(first).toBeLessThanOrEqual(BURST - LIMITS.nodesOfRequest - 100 + PER_SECOND / 5);
    expect(second).toBeLessThan(first ?? 0);
    expect(third).toBeGreaterThan((second ?? 0) - 2 * LIMITS.nodesOfRequest);
  });

  it('refuses with 429 what is beyond, and takes it after the time that it names', async () => {
    let answer = await post(LIST);
    for (let number = 0; answer.status === 200 && number < 100; number++) {
      answer = await post(`${LIST} # ${String(number)}`);
    }
    expect(answer.status).toBe(429);
    const wait = Number(answer.headers.get('retry-after'));
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(BURST / PER_SECOND);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await codesOf(answer)).toEqual(['RATE_LIMITED']);
    // What asks for less is still within the limit.
    expect((await post(CHEAP)).status).toBe(200);
    await sleep(1000 * wait + LIMITS.nodesOfRequest * 20);
    expect((await post(`${LIST} # again`)).status).toBe(200);
  });

  it('refuses whatever comes when nothing is left, before it is read', async () => {
    let status = 200;
    for (let number = 0; status === 200 && number < 200; number++) status = (await post(CHEAP)).status;
    expect(status).toBe(429);
    const answer = await post('this is no query');
    expect([answer.status, await codesOf(answer)]).toEqual([429, ['RATE_LIMITED']]);
    const stream = await post(
      'subscription { changes { revision { number } } }',
      { accept: 'text/event-stream' },
      '/graphql/stream',
    );
    expect([stream.status, await codesOf(stream)]).toEqual([429, ['RATE_LIMITED']]);
    expect(stream.headers.get('retry-after')).toMatch(/^\d+$/);
  });

  it('counts each key and each client of a proxy by itself', async () => {
    const key = await keyOf(corpus.store, 'REVIEWER');
    let status = 200;
    for (let number = 0; status === 200 && number < 200; number++) status = (await post(CHEAP)).status;
    expect((await post(CHEAP, { authorization: `Bearer ${key}` })).status).toBe(200);
    expect((await post(CHEAP, { 'x-forwarded-for': '198.51.100.7' })).status).toBe(200);
    // A client cannot choose for itself where it comes from: the proxy adds the address that it sees.
    const own = `192.0.2.${String(client)}`;
    expect((await post(CHEAP, { 'x-forwarded-for': `198.51.100.7, ${own}` })).status).toBe(429);
  });

  it('limits subscriptions by the nodes of a result', async () => {
    const query = 'subscription { changes(since: 0) { changes(first: 30) { statement { id } } } }';
    const headers = { accept: 'text/event-stream' };
    let text = '';
    for (let number = 0; number < 40 && !text.includes('RATE_LIMITED'); number++) {
      const reader = (await post(query, headers, '/graphql/stream')).body?.getReader();
      text = new TextDecoder().decode((await reader?.read())?.value as Uint8Array | undefined);
      await reader?.cancel();
    }
    expect(text).toContain('RATE_LIMITED');
  });
});

it('spares the own machine unless told otherwise', async () => {
  const corpus = await serveCorpus(undefined, () => Promise.resolve(), {
    rateLimit: { rate: { perSecond: 1, burst: LIMITS.nodesOfRequest }, includesOwn: false, proxies: readProxies([]) },
  });
  try {
    for (let number = 0; number < 5; number++) expect((await corpus.ask(CHEAP)).status).toBe(200);
  } finally {
    await corpus.stop();
  }
});

describe('RATE_LIMIT', () => {
  const limitOf = (environment: Record<string, string>) => readEnvironment(environment).rateLimit;

  it.each<[string, Record<string, string>, object | null]>([
    ['unset spares the own machine', {}, { rate: { perSecond: 2_000, burst: 100_000 }, includesOwn: false }],
    ['holds for all', { RATE_LIMIT: '50/20000' }, { rate: { perSecond: 50, burst: 20_000 }, includesOwn: true }],
    ['can be off', { RATE_LIMIT: 'off' }, null],
  ])('%s', (_, environment, limit) => {
    const { proxies: __, ...given } = limitOf(environment) ?? { proxies: null };
    expect(limit === null ? limitOf(environment) : given).toEqual(limit);
  });

  it.each([
    ['50', /^RATE_LIMIT must be nodes a second and at once/],
    ['0/20000', /^RATE_LIMIT must be/],
    ['50/10009', /^RATE_LIMIT must let 10010 nodes through at once/],
    ['many/more', /^RATE_LIMIT must be/],
  ])('cannot be %s', (value, message) => {
    expect(() => limitOf({ RATE_LIMIT: value })).toThrow(message);
  });
});
