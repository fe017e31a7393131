import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSchema } from '../../src/graphql/schema.ts';
import { sha256 } from '../../src/domain/sha256.ts';
import { readSafelist } from '../../src/server/safelist.ts';
import { keyOf } from '../support/keys.ts';
import { postGraphql, serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

const TITLES = 'query Titles { articles(first: 1) { totalCount } }';
const STATEMENT = 'query One($first: Int!) { statements(first: $first) { nodes { __typename } } }';
const CHANGES = 'subscription { changes(since: 0) { revision { number } } }';
const MUTATION = 'mutation { reviewStatement(id: "x", ifRevision: 1, action: ACCEPT) { revision } }';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-safelist-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const fileOf = (content: unknown): string => {
  const file = join(folder, `${sha256(JSON.stringify(content)).slice(0, 8)}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

describe('a server with a list of queries', () => {
  let corpus: ServedCorpus;
  beforeAll(async () => {
    corpus = await serveCorpus(undefined, undefined, {
      safelistFile: fileOf({ titles: TITLES, [`sha256:${sha256(STATEMENT)}`]: STATEMENT, changes: CHANGES }),
    });
  });
  afterAll(() => corpus.stop());

  const titles = { articles: { totalCount: 5 } };
  it.each<[name: string, body: object, data: object]>([
    ['text', { query: TITLES }, titles],
    ['id', { documentId: 'titles' }, titles],
    ['hash, which is its id too', { documentId: `sha256:${sha256(TITLES)}` }, titles],
    [
      'hash as Apollo’s clients send it',
      { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(TITLES) } } },
      titles,
    ],
    [
      'text and hash',
      { query: TITLES, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(TITLES) } } },
      titles,
    ],
    [
      'id, with variables',
      { documentId: sha256(STATEMENT), variables: { first: 1 } },
      { statements: { nodes: [{ __typename: 'Statement' }] } },
    ],
  ])('answers one that is asked for by its %s', async (_, body, data) => {
    // The second time it is known, the third time its answer.
    for (let times = 0; times < 3; times++)
      expect(await postGraphql(corpus.url, body)).toEqual({ status: 200, data, errors: [] });
  });

  it('answers one that is asked for by GET', async () => {
    const get = (search: string) =>
      fetch(`${corpus.url}/graphql?${search}`, { headers: { 'apollo-require-preflight': 'true' } });
    expect(await (await get('documentId=titles')).json()).toMatchObject({ data: titles });
    const variables = encodeURIComponent('{"first":1}');
    expect(await (await get(`documentId=sha256:${sha256(STATEMENT)}&variables=${variables}`)).json()).toMatchObject({
      data: {},
    });
    expect((await get(`query=${encodeURIComponent('{ corpus { revision } }')}`)).status).toBe(403);
  });

  it.each<[name: string, body: unknown]>([
    ['another text', { query: '{ corpus { revision } }' }],
    ['the text with another space', { query: TITLES.replace('{', ' {') }],
    ['another id', { documentId: 'other' }],
    ['the name of what all objects have', { documentId: 'constructor' }],
    ['another hash', { extensions: { persistedQuery: { version: 1, sha256Hash: sha256('x') } } }],
    [
      'another text with the hash of one',
      { query: '{ corpus { revision } }', extensions: { persistedQuery: { version: 1, sha256Hash: sha256(TITLES) } } },
    ],
    ['the schema', { query: '{ __schema { queryType { name } } }' }],
    ['a mutation', { query: MUTATION }],
    ['nothing', {}],
    ['a list', [{ query: TITLES }]],
    ['no object', null],
  ])('refuses %s, and says what to send', async (_, body) => {
    const { status, errors } = await postGraphql(corpus.url, body);
    expect([status, errors[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect(errors[0]?.message).toContain('as "query" or by its id as "documentId"');
  });

  it('answers anything to who has a key of an administrator, and to nobody else', async () => {
    const asked = { query: '{ corpus { revision } }' };
    const [admin, editor] = [await keyOf(corpus.store, 'ADMIN'), await keyOf(corpus.store, 'EDITOR')];
    expect((await postGraphql(corpus.url, asked, admin)).status).toBe(200);
    expect((await postGraphql(corpus.url, asked, editor)).status).toBe(403);
    expect((await postGraphql(corpus.url, asked, 'verbatim_nothing')).status).toBe(403);
  });

  it.each<[name: string, body: unknown, status: number]>([
    ['one of the list', { documentId: 'changes' }, 200],
    ['another one', { query: 'subscription { changes(since: 1) { revision { number } } }' }, 403],
  ])('treats subscriptions alike: %s', async (_, body, status) => {
    const leaving = new AbortController();
    const answer = await fetch(`${corpus.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(body),
      signal: leaving.signal,
    });
    expect(answer.status).toBe(status);
    leaving.abort();
  });
});

describe('a list of queries', () => {
  const schema = createSchema();

  it('may be a manifest as Apollo’s tools write it', async () => {
    const operations = [{ id: 'a', name: 'Titles', type: 'query', body: TITLES }];
    const list = await readSafelist(
      fileOf({ format: 'apollo-persisted-query-manifest', version: 1, operations }),
      schema,
    );
    expect([list.size, list.admit({ documentId: 'a' })]).toEqual([1, { query: TITLES }]);
  });

  it.each<[name: string, content: unknown, words: string]>([
    ['is not JSON', '{', 'is no list of queries'],
    ['is something else', { format: 'other', operations: [] }, 'is no list of queries'],
    ['has a query that cannot be parsed', { a: '{' }, 'has a query that cannot be asked, "a": Syntax Error'],
    ['asks for what is not there', { b: '{ nothing }' }, 'has a query that cannot be asked, "b": Cannot query field'],
    [
      'has a query that is over the limits',
      { deep: `{ ${'articles { nodes { statements { nodes { article { '.repeat(12)}` },
      'has a query that cannot be asked, "deep"',
    ],
  ])('is refused at the start when it %s', async (_, content, words) => {
    await expect(readSafelist(fileOf(content), schema)).rejects.toThrow(words);
  });

  it('is refused at the start when it is not there', async () => {
    await expect(readSafelist(join(folder, 'none.json'), schema)).rejects.toThrow('none.json cannot be read (ENOENT)');
  });
});
