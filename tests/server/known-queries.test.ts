import { sha256 } from '../../src/domain/sha256.ts';
import { seed } from '../../src/ingest/seed.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { keyOf } from '../support/keys.ts';
import { withFolder } from '../support/seed-folder.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries, trains } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';

const PAGE = `query ($first: Int, $after: String) {
  statements(first: $first, after: $after) { nodes { id text speaker { name } } pageInfo { endCursor hasNextPage } } }`;

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

describe.each(STORES)('a query that was asked before, on the $kind store', (kind) => {
  let corpus: ServedCorpus;
  beforeAll(async () => {
    corpus = await serveCorpus(kind, (store) =>
      withFolder({ ...ferries(), ...trains }, (folder) => seed(store, folder)),
    );
  }, 60_000);
  afterAll(() => corpus.stop());

  /** What is sent back, byte for byte, but for the date and the request's id. */
  const post = async (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Raw> => {
    const response = await fetch(`${corpus.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const { date: _, 'x-request-id': __, ...others } = Object.fromEntries(response.headers);
    return { status: response.status, headers: others, body: await response.text() };
  };
  /** The same question as a document that was never seen: a comment makes another text. */
  let asked = 0;
  const anew = (query: string) => `${query} #${String(asked++)}`;

  it.each([
    ['no header', {}],
    ['JSON', { accept: 'application/json' }],
    ['anything', { accept: '*/*' }],
    ['the media type of GraphQL', { accept: 'application/graphql-response+json, application/json;q=0.9' }],
  ])('is answered byte for byte as one that was not, by the header that says what is taken: %s', async (_, headers) => {
    const first = await post({ query: anew(PAGE), variables: { first: 2 } }, headers);
    const { endCursor: after } = (
      JSON.parse(first.body) as { data: { statements: { pageInfo: { endCursor: string } } } }
    ).data.statements.pageInfo;
    const query = anew(PAGE);
    for (const variables of [
      { first: 2 },
      { first: 3 },
      { first: 2, after },
      { first: 0 },
      {},
      null,
      { first: null },
    ]) {
      const expected = await post({ query: anew(PAGE), variables }, headers);
      expect(expected.status).toBe(200);
      expect(await post({ query, variables }, headers)).toEqual(expected);
    }
  });

  it('is known by its hash too, as Apollo’s clients send it', async () => {
    const query = anew(PAGE);
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    expect((await post({ extensions })).body).toContain('PERSISTED_QUERY_NOT_FOUND');
    expect((await post({ query: anew(PAGE), extensions })).body).toContain('does not match');
    expect((await post({ query, extensions, variables: { first: 1 } })).status).toBe(200);
    for (const first of [2, 3, 4, 0]) {
      const expected = await post({ query: anew(PAGE), variables: { first } });
      expect(await post({ extensions, variables: { first } })).toEqual(expected);
    }
    const other = { persistedQuery: { version: 1, sha256Hash: sha256('other') } };
    expect((await post({ extensions: other })).body).toContain('PERSISTED_QUERY_NOT_FOUND');
  });

  it('is answered from the newest state of the corpus', async () => {
    const query = anew('{ articles(first: 100) { nodes { slug } } }');
    await post({ query });
    const before = (await post({ query })).body;
    await new ChangingCorpus(corpus.store).bringIn('dam', 'The dam\n\n“The dam will hold,” said Ida Marsh.\n');
    const after = (await post({ query })).body;
    expect(before).not.toContain('dam');
    expect(after).toContain('dam');
  });

  it.each([
    ['a variable of another type', { first: 'two' }, 'BAD_USER_INPUT'],
    ['a cursor that is none', { after: 'nothing' }, 'BAD_USER_INPUT'],
    ['variables that are none', [1], 'BAD_REQUEST'],
  ])('is refused as one that was not: %s', async (_, variables, code) => {
    const query = anew(PAGE);
    for (const first of [1, 2]) expect((await post({ query, variables: { first } })).status).toBe(200);
    const expected = await post({ query: anew(PAGE), variables });
    expect(await post({ query, variables })).toEqual(expected);
    expect(expected.body).toContain(code);
  });

  it('is refused when its variables ask for too many nodes', async () => {
    const query = anew(
      `query ($many: Int) { articles(first: $many) { nodes { statements(first: $many) { nodes { quotes { id } } } } } }`,
    );
    for (const many of [1, 2]) expect((await post({ query, variables: { many } })).status).toBe(200);
    const { body } = await post({ query, variables: { many: 100 } });
    expect(body).toContain('QUERY_TOO_LARGE');
    expect(body).toContain(String(LIMITS.nodes));
  });

  it('reads the past when a variable says so', async () => {
    const query = anew(
      'query ($r: Int) { corpus(asOf: $r) { revision } articles(first: 5, asOf: $r) { nodes { slug } } }',
    );
    const past = anew('query ($r: Int) { articles(first: 5, asOf: $r) { nodes { slug } } }');
    for (const variables of [{}, {}, { r: 0 }]) {
      for (const asking of [query, past]) {
        const { body } = await post({ query: asking, variables });
        expect(body.includes('ferries')).toBe(!('r' in variables));
      }
    }
  });

  it('is the operation that is named', async () => {
    const query = anew(
      'query A { articles(first: 1) { nodes { slug } } } query B { actors(first: 1) { nodes { slug } } }',
    );
    for (const operationName of ['A', 'B', 'A', 'B']) {
      const { body } = await post({ query, operationName });
      expect(body.startsWith(operationName === 'A' ? '{"data":{"articles"' : '{"data":{"actors"')).toBe(true);
    }
    expect((await post({ query })).body).toContain('errors');
    expect((await post({ query, operationName: 'C' })).body).toContain('errors');
  });

  it('tells who has a wrong key that it is wrong', async () => {
    const query = anew('{ articles(first: 1) { nodes { slug } } }');
    for (const _ of [1, 2]) expect((await post({ query })).status).toBe(200);
    expect((await post({ query }, { authorization: 'Bearer wrong' })).status).toBe(401);
    const authorization = `Bearer ${await keyOf(corpus.store, 'REVIEWER')}`;
    expect((await post({ query }, { authorization })).body).toEqual((await post({ query })).body);
  });
});
