import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import { openMemoryStore } from '../../src/store/open-embedded-store.ts';
import { sha256 } from '../../src/domain/sha256.ts';
import { runCommand } from '../support/command.ts';
import { keyOf, wrongKey } from '../support/keys.ts';
import { serveObserved, type LogLine, type ObservedCorpus } from '../support/observed-corpus.ts';
import { postGraphql } from '../support/served-corpus.ts';
import { createDatabase } from '../support/stores.ts';
import { asOwner } from '../support/as-owner.ts';

const server = process.env['TEST_POSTGRES_URL'];
/** As `STORES`, opened with an observer. */
const KINDS = [
  { kind: 'embedded', open: openMemoryStore },
  ...(server === undefined
    ? []
    : [
        {
          kind: 'PostgreSQL',
          open: async (observer: Parameters<typeof openMemoryStore>[0]) =>
            openPostgresStore(await createDatabase(server), [], observer ?? null),
        },
      ]),
];

/** The line of a request, which is written once its answer is out. */
async function lineOf(corpus: ObservedCorpus, requestId: string): Promise<LogLine> {
  for (let tries = 0; tries < 500; tries++) {
    const line = corpus.lines().find((each) => each['requestId'] === requestId && each.msg === 'request');
    if (line) return line;
    await sleep(10);
  }
  throw new Error(`no line of ${requestId} in ${corpus.logged()}`);
}

describe.each(KINDS)('the log of a server on the $kind store', ({ open }) => {
  let corpus: ObservedCorpus;
  beforeAll(async () => {
    corpus = await serveObserved({ open, slowQueryMs: 0, rateLimit: null });
  });
  afterAll(() => corpus.stop());

  const ask = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${corpus.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('has a line for a request: what was asked for, by which hash, with which outcome', async () => {
    const query = 'query Newest($first: Int!) { statements(first: $first) { nodes { id } } }';
    const answer = await ask({ query, variables: { first: 7 } }, { 'x-request-id': 'a-first' });
    expect(answer.headers.get('x-request-id')).toBe('a-first');
    const { kind, operation, document, status, ms, nodes, kept, refused } = await lineOf(corpus, 'a-first');
    expect({ kind, operation, document, status, nodes, kept, refused }).toEqual({
      kind: 'query',
      operation: 'Newest',
      document: sha256(query),
      status: 200,
      nodes: 8,
      kept: 'missed',
      refused: undefined,
    });
    expect(ms).toBeGreaterThan(0);
    // Answers are kept from the moment on at which the server hears of writes.
    const again = async (): Promise<LogLine> => {
      const id = randomUUID();
      await ask({ query, variables: { first: 7 } }, { 'x-request-id': id });
      const line = await lineOf(corpus, id);
      return line['kept'] === 'hit' ? line : again();
    };
    expect(await again()).toMatchObject({ kind: 'query', operation: 'Newest', kept: 'hit', nodes: 0 });
    await ask({ query, variables: { first: 8 } }, { 'x-request-id': 'a-third' });
    expect(await lineOf(corpus, 'a-third')).toMatchObject({ operation: 'Newest', kept: 'missed', nodes: 9 });
  });

  it.each([
    ['what cannot be read', { query: '{ statements' }, 'unread', ['GRAPHQL_PARSE_FAILED']],
    ['what is not in the schema', { query: '{ nothing }' }, 'unread', ['GRAPHQL_VALIDATION_FAILED']],
    [
      'too much',
      {
        query:
          '{ statements(first: 100) { nodes { quotes { exact } article { statements(first: 100) { nodes { id } } } } } }',
      },
      'query',
      ['QUERY_TOO_LARGE nodes'],
    ],
    [
      'too many aliases',
      { query: `{ ${Array.from({ length: 40 }, (_, n) => `a${String(n)}: __typename`).join(' ')} }` },
      'unread',
      ['GRAPHQL_VALIDATION_FAILED aliases'],
    ],
    [
      'a write without a key',
      { query: 'mutation Change { revokeKey(id: "x") { key { id } } }' },
      'mutation',
      ['UNAUTHENTICATED'],
    ],
  ])('says why it refused %s', async (_, body, kind, refused) => {
    const id = randomUUID();
    await ask(body, { 'x-request-id': id });
    expect(await lineOf(corpus, id)).toMatchObject({ kind, refused });
  });

  it('names statements by the request for which they are run', async () => {
    await ask({ query: '{ actors(first: 3) { nodes { name } } }' }, { 'x-request-id': 'of-statements' });
    await lineOf(corpus, 'of-statements');
    const statements = corpus
      .lines()
      .filter((line) => line.msg === 'slow statement' && line['requestId'] === 'of-statements');
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({ role: 'reading' });
    expect(statements[0]?.['sql']).toContain('SELECT');
  });

  it.each([
    ['one of letters and digits', 'abc-DEF_1.2:3@x/y+z=', true],
    ['one of 128 characters', 'x'.repeat(128), true],
    ['a longer one', 'x'.repeat(129), false],
    ['one with a space', 'a b', false],
    ['one that would begin a field', 'a","level":"fatal', false],
    ['one with other letters', 'caf\u00e9', false],
    ['an empty one', '', false],
  ])('takes over a well-formed name of a request: %s', async (_, id, isTaken) => {
    const given = (await ask({ query: '{ __typename }' }, { 'x-request-id': id })).headers.get('x-request-id');
    if (isTaken) expect(given).toBe(id);
    else expect(given).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
  });

  it.each([
    ['a page that is not there', '/nothing', {}],
    ['a preflight', '/graphql', { method: 'OPTIONS' }],
    [
      'a body that is no JSON',
      '/graphql',
      { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } },
    ],
    ['the playground', '/playground', {}],
    ['a stream that is refused', '/graphql/stream', { method: 'PUT' }],
    [
      'what a client has already',
      '/graphql?query=%7B__typename%7D',
      { headers: { 'apollo-require-preflight': '1', 'if-none-match': '*' } },
    ],
  ])('names the request to whoever asks for %s', async (_, path, init) => {
    const answer = await fetch(corpus.url + path, init);
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe.each(KINDS)('what is secret, on the $kind store', ({ open }) => {
  it('stands nowhere in the log', async () => {
    const corpus = await serveObserved({ open, level: 'trace', slowQueryMs: 0 });
    const sentinels: string[] = [];
    /** A word that is planted, and looked for. */
    const plant = (where: string): string => {
      const word = `Zq${where}${randomUUID().replaceAll('-', '')}`;
      sentinels.push(word);
      return word;
    };
    try {
      const { url, store } = corpus;
      const editor = await keyOf(store, 'EDITOR');
      sentinels.push(editor.slice(10), wrongKey(editor).slice(40));
      const post = (query: string, variables: object = {}, headers: Record<string, string> = {}) =>
        postGraphql(url, { query, variables }, undefined, headers);

      await post('query ($s: String!) { statements(filter: { search: $s }) { nodes { id } } }', {
        s: plant('Variable'),
      });
      await post(`{ statements(filter: { search: "${plant('Literal')}" }) { nodes { id } } }`);
      await post(
        `{ article(slug: "${plant('Slug')}") { id } checkQuote(text: "${plant('Quotation')}") { __typename } }`,
      );
      await post(`{ statement(id: "${plant('Id')}") { id } }`);
      await post(`query ($n: Int!) { statements(first: $n) { nodes { id } } }`, { n: plant('Coerced') });
      await post(`{ statements(first: "${plant('LiteralInt')}") { nodes { id } } }`);
      await post(`{ "${plant('Syntax')}" }`);
      await fetch(`${url}/graphql?query=${plant('Url')}&variables=${plant('UrlVariables')}&${plant('Parameter')}=1`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      await fetch(`${url}/${plant('Path')}`);
      await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: plant('Body'),
      });
      await post('{ __typename }', {}, { authorization: `Bearer ${wrongKey(editor)}` });
      await post('{ __typename }', {}, { authorization: `Basic ${plant('Basic')}` });
      await post(
        '{ __typename }',
        {},
        { cookie: `s=${plant('Cookie')}`, 'user-agent': plant('Agent'), accept: plant('Accept') },
      );

      // Writes that succeed, and one that fails with an error of the database that names all there is.
      const ingest = 'mutation Bring($a: ArticleInput!) { ingestArticle(article: $a) { outcome } }';
      const article = () => ({
        text: `${plant('Text')}\n\n“${plant('Quoted')},” Ida Marsh said.\n`,
        title: plant('Title'),
      });
      const brought = await postGraphql(url, { query: ingest, variables: { a: article() } }, editor, {
        'x-request-id': 'brought',
      });
      expect(brought.errors).toEqual([]);
      await asOwner(
        store,
        `CREATE FUNCTION tell_all() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'refused %', NEW.title USING DETAIL = NEW.title, HINT = NEW.title, ERRCODE = '23514'; END $$`,
        'CREATE TRIGGER tell_all BEFORE INSERT ON article_version FOR EACH ROW EXECUTE FUNCTION tell_all()',
      );
      const failed = await postGraphql(url, { query: ingest, variables: { a: article() } }, editor, {
        'x-request-id': 'failed-write',
      });
      expect(failed.errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
      // A read that fails: first the statement of the whole query, then that of the resolvers.
      await asOwner(store, 'ALTER TABLE actor RENAME COLUMN name TO other_name');
      const unread = await postGraphql(
        url,
        { query: `query ($s: String!) { actor(slug: $s) { name } }`, variables: { s: plant('Failed') } },
        undefined,
        { 'x-request-id': 'failed-read' },
      );
      expect(unread.errors[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    } finally {
      await corpus.stop();
    }
    const log = corpus.logged();
    expect(sentinels.length).toBeGreaterThan(20);
    expect(sentinels.filter((word) => log.includes(word))).toEqual([]);
    // What has happened is told all the same, by the name that a client can report.
    const failures = corpus.lines().filter((line) => line.msg === 'a request failed');
    expect(failures.map((line) => [line['requestId'], line.level])).toEqual([
      ['failed-write', 'error'],
      ['failed-read', 'error'],
    ]);
    expect(failures.map((line) => (line['err'] as { stack: string[] }).stack.length > 0)).toEqual([true, true]);
    const ofBringing = corpus
      .lines()
      .filter((line) => line.msg === 'slow statement' && line['requestId'] === 'brought');
    expect(ofBringing.filter((line) => line['role'] === 'writing').length).toBeGreaterThan(5);
    expect(ofBringing.filter((line) => line['role'] === 'reading')).not.toEqual([]);
    expect(log).toContain('"operation":"Bring"');
    expect(log).toContain('"articles":["NEW"]');
  }, 60_000);
});

describe('the log', () => {
  it('has no line for a request by default, and the request has a name all the same', async () => {
    const corpus = await serveObserved({ level: 'warn', fill: () => Promise.resolve() });
    expect(corpus.observation).toBeNull();
    const answer = await fetch(`${corpus.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    await corpus.stop();
    expect(corpus.logged()).toBe('');
  });

  it('does not hold the password of a database that cannot be reached', async () => {
    const { code, stderr, stdout } = await runCommand(['serve'], {
      DATABASE_URL: 'postgresql://ann:Zq-password@127.0.0.1:1/corpus',
      LOG_LEVEL: 'trace',
    });
    expect(code).toBe(1);
    expect(stderr).toContain('127.0.0.1:1/corpus cannot be reached');
    expect(stderr + stdout).not.toContain('Zq-password');
  });
});
