import { request } from 'node:http';
import { connect } from 'node:net';
import { auditServer } from 'graphql-http';
import { LIMITS } from '../../src/server/limits.ts';
import { postGraphql, serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

let corpus: ServedCorpus;
beforeAll(async () => {
  corpus = await serveCorpus();
});
afterAll(() => corpus.stop());

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${corpus.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('GraphQL over HTTP', () => {
  it('passes the audits of graphql-http with no error and no warning', async () => {
    const results = await auditServer({ url: `${corpus.url}/graphql` });
    expect(results).toHaveLength(61);
    const notOk = results.filter(({ status }) => status !== 'ok').map(({ status, name }) => ({ status, name }));
    // GET by forms is refused on purpose: it is what CSRF prevention prevents.
    expect(notOk.map(({ status }) => status)).toEqual(['notice', 'notice', 'notice']);
    for (const { name } of notOk) expect(name).toMatch(/GET/);
  });

  it('answers GET with a header that makes browsers ask first', async () => {
    const url = `${corpus.url}/graphql?query=${encodeURIComponent('{ corpus { revision } }')}`;
    const answer = await fetch(url, { headers: { 'apollo-require-preflight': 'yes' } });
    expect(await answer.json()).toEqual({
      data: { corpus: { revision: 1 } },
      extensions: { cost: { requested: 1, limit: LIMITS.nodes, actual: 1 } },
    });
    const forged = await fetch(url);
    expect(forged.status).toBe(400);
  });

  it('lets pages of other origins ask', async () => {
    const preflight = await fetch(`${corpus.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    const answer = await post('{"query":"{ __typename }"}', { origin: 'https://example.org' });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('does not take a batch', async () => {
    const answer = await post('[{"query":"{ __typename }"},{"query":"{ __typename }"}]');
    expect(answer.status).toBe(400);
  });

  it.each([
    ['no JSON', '{"query":', {}, 400, 'BAD_REQUEST'],
    ['not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), {}, 400, 'BAD_REQUEST'],
    [
      'a form',
      'query={__typename}',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['another charset', '{}', { 'content-type': 'application/json; charset=utf-16' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a body that is too large', JSON.stringify({ query: ' '.repeat(LIMITS.bodyBytes) }), {}, 413, 'REQUEST_TOO_LARGE'],
  ])('refuses %s in JSON', async (_, body, headers, status, code) => {
    const answer = await post(body, headers);
    const { errors } = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([answer.status, errors[0]?.extensions.code]).toEqual([status, code]);
  });

  it('answers 404 in JSON for anything else', async () => {
    for (const path of ['/nothing', '/graphql/', '/playground/assets/nothing.js', '/constructor', '//']) {
      const answer = await fetch(corpus.url + path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.json()).toHaveProperty('errors');
    }
  });

  it('answers HEAD with headers alone', async () => {
    const answer = await fetch(`${corpus.url}/livez`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});

describe('a limit', () => {
  const nested = (levels: number) =>
    `{ articles(first: 1) { nodes ${'{ currentVersion { article '.repeat(levels)} { id } ${'} }'.repeat(levels)} } }`;

  it.each([
    ['depth', nested(7), nested(2)],
    [
      'aliases',
      `{ ${Array.from({ length: 31 }, (_, n) => `a${String(n)}: __typename`).join(' ')} }`,
      '{ a: __typename b: __typename }',
    ],
    ['directives', `{ __typename ${'@include(if: true) '.repeat(21)} }`, '{ __typename @include(if: true) }'],
    ['tokens', `{ ${'__typename '.repeat(LIMITS.tokens)} }`, '{ __typename __typename }'],
  ])('on %s refuses what is beyond it and nothing else', async (_, beyond, within) => {
    const refused = await postGraphql(corpus.url, { query: beyond });
    expect([refused.status, refused.data, refused.errors.length > 0]).toEqual([400, undefined, true]);
    const allowed = await postGraphql(corpus.url, { query: within });
    expect([allowed.status, allowed.errors]).toEqual([200, []]);
  });

  const lists =
    'query ($n: Int = 100) { articles(first: $n) { nodes { statements(first: $n) { nodes { quotes { exact } } } } } }';
  it.each([
    ['a page size written in the query', lists.replaceAll('$n', '100').replace(/^query \(.*?\)/, ''), {}],
    ['a page size of a variable', lists, { n: 60 }],
    ['the default of a variable', lists, {}],
    [
      'no page size',
      '{ articles { nodes { actors { nodes { statements { nodes { relations { statement { id } } } } } } } } }',
      {},
    ],
    [
      'a page size behind fragments',
      `{ ...A } fragment A on Query { articles(first: 100) { ...B } } fragment B on ArticleConnection { edges { node { quotes(first: 100) { totalCount nodes { id } } } } }`,
      {},
    ],
  ])('on nodes counts %s', async (_, query, variables) => {
    const { status, data, errors } = await postGraphql(corpus.url, { query, variables });
    expect([status, data, errors[0]?.extensions.code]).toEqual([400, undefined, 'QUERY_TOO_LARGE']);
    expect(errors[0]?.message).toMatch(/could answer with \d+ nodes, and the limit is 10000/);
  });

  it('on nodes lets through what is below it', async () => {
    const { errors } = await postGraphql(corpus.url, { query: lists, variables: { n: 30 } });
    expect(errors).toEqual([]);
  });

  it('is not the reason when the variables do not fit', async () => {
    const { errors } = await postGraphql(corpus.url, { query: lists, variables: { n: 'many' } });
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('counts fragments of fragments once each, so that doubling them costs nothing', async () => {
    const fragments = Array.from(
      { length: 25 },
      (_, n) => `fragment F${String(n)} on Query { ...F${String(n + 1)} ...F${String(n + 1)} }`,
    );
    const query = `{ ...F0 } ${fragments.join(' ')} fragment F25 on Query { corpus { revision } }`;
    const { status } = await postGraphql(corpus.url, { query });
    expect(status).toBe(400);
  });
});

describe('an error', () => {
  it.each([
    '{',
    '{ nothing }',
    '{ article }',
    'query ($a: Int!) { __typename }',
    '{ statements(first: 101) { totalCount } }',
    '{ node(id: "x") { id } }',
  ])('of %j shows a code and no stack trace', async (query) => {
    const { errors } = await postGraphql(corpus.url, { query });
    expect(errors[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
    expect(JSON.stringify(errors)).not.toMatch(/stacktrace|node_modules|\.ts:|\.js:/);
  });

  it('in the store is told without its details', async () => {
    const broken = await serveCorpus();
    await broken.store.close();
    const { errors } = await broken.ask('{ corpus { revision } }');
    expect(errors[0]?.extensions.code).toMatch(/INTERNAL_SERVER_ERROR|UNAVAILABLE/);
    expect(errors[0]?.message).not.toMatch(/PGlite|closed/);
    expect((await fetch(`${broken.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${broken.url}/livez`)).status).toBe(200);
    await broken.stop().catch(() => undefined);
  });
});

describe('a server', () => {
  it('tells that it lives and is ready, and at which revision', async () => {
    expect(await (await fetch(`${corpus.url}/livez`)).json()).toEqual({ status: 'alive' });
    expect(await (await fetch(`${corpus.url}/readyz`)).json()).toEqual({ status: 'ready', revision: 1 });
  });

  it('leads a browser from the API to the playground, and nobody else', async () => {
    const visit = (path: string, accept: string) =>
      fetch(`${corpus.url}${path}`, { redirect: 'manual', headers: { accept } });
    const page = await visit('/graphql', 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect([page.status, page.headers.get('location')]).toEqual([303, '/playground']);
    expect((await visit('/graphql', '*/*')).status).toBe(400);
    expect((await visit('/graphql?query={__typename}', 'text/html')).headers.get('location')).toBeNull();
  });

  it('answers garbage with 400 and stays up', async () => {
    const { port } = new URL(corpus.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'));
      socket.on('close', () => {
        resolve();
      });
      socket.resume();
    });
    expect((await fetch(`${corpus.url}/livez`)).status).toBe(200);
  });

  it('finishes what is under way when it stops, and takes nothing new', async () => {
    const stopping = await serveCorpus();
    const body = '{"query":"{ corpus { revision } }"}';
    const answered = new Promise<string>((resolve, reject) => {
      const slow = request(
        `${stopping.url}/graphql`,
        { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': body.length } },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => {
            resolve(text);
          });
        },
      );
      slow.on('error', reject);
      slow.write(body.slice(0, 10), () => {
        const stopped = stopping.stop();
        setTimeout(() => {
          slow.end(body.slice(10));
        }, 300);
        stopped.catch(reject);
      });
    });
    expect(await answered).toMatch(/"revision" ?: ?1/);
    await expect(fetch(`${stopping.url}/livez`)).rejects.toThrow();
  });
});
