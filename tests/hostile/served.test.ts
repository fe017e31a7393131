import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';
import { markedHtml } from '../../src/graphql/search/marked-html.ts';
import { ingestArticles } from '../../src/ingest/ingest-articles.ts';
import { seed } from '../../src/ingest/seed.ts';
import { OF_TEXT } from '../../src/store/read/search.ts';
import { COMMAND_LINE } from '../../src/store/write-transaction.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import { extracted } from '../support/incoming.ts';
import { hostileArticle, hostileName, hostileValue, isStorable, unstorableText } from '../support/hostile-texts.ts';
import { keyOf } from '../support/keys.ts';
import { withFolder } from '../support/seed-folder.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';

interface ServedQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
}
interface ServedArticle {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly declared: Readonly<Record<'title' | 'author' | 'publisher', string | null>>;
  readonly titleQuote: ServedQuote | null;
  readonly statements: {
    readonly nodes: readonly { readonly text: string; readonly quotes: readonly ServedQuote[] }[];
  };
}

const QUOTE = 'exact prefix suffix start end startUtf16 endUtf16';
const READ = `query ($after: String) { articles(first: 30, after: $after) { pageInfo { endCursor hasNextPage } nodes {
  slug title text declared { title author publisher } titleQuote { ${QUOTE} } statements(first: 50) { nodes { text quotes { ${QUOTE} } } } } } }`;

/** Of how many texts each store is filled, and how many are recorded at once. */
const TEXTS = 300;
const AT_ONCE = 60;

describe.each(STORES)('hostile texts on the $kind store', ({ kind, open }) => {
  const declaring = fc.record({ title: hostileName, author: hostileName, publisher: hostileName });
  const written: ReadonlyMap<
    string,
    { readonly text: string; readonly declared: Readonly<Record<'title' | 'author' | 'publisher', string>> }
  > = new Map(
    fc
      .sample(fc.tuple(hostileArticle, declaring), { numRuns: TEXTS, seed: 23 })
      .map(([text, declared], index) => [`a${String(index)}`, { text, declared }] as const),
  );
  let corpus: ServedCorpus;
  let key: string;
  beforeAll(async () => {
    corpus = await serveCorpus({ kind, open }, async (store) => {
      await withFolder(ferries(), (folder) => seed(store, folder));
      const articles = [...written].map(([slug, { text, declared }]) =>
        extracted(`${slug}.txt`, text, { ...declared, slug }),
      );
      await ingestArticles(store, COMMAND_LINE, [
        extracted('plain.txt', 'Alm\n\nThe mayor spoke. “It rains in Alm,” Ada Holm said.', { slug: 'plain' }),
      ]);
      for (let at = 0; at < articles.length; at += AT_ONCE) {
        await ingestArticles(store, COMMAND_LINE, articles.slice(at, at + AT_ONCE));
      }
    });
    key = await keyOf(corpus.store, 'ADMIN');
  });
  afterAll(() => corpus.stop());

  const revision = async (): Promise<number> => {
    const { data } = await corpus.ask('{ corpus { revision } }');
    return (data as { corpus: { revision: number } }).corpus.revision;
  };

  it('are served as they were brought, with each quote the slice that it says to be', async () => {
    let after: string | null = null;
    let seen = 0;
    let quotes = 0;
    do {
      const { data, errors } = await corpus.ask(READ, { after });
      expect(errors).toEqual([]);
      const { nodes, pageInfo } = (
        data as { articles: { nodes: ServedArticle[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }
      ).articles;
      for (const { slug, text, declared, titleQuote, title, statements } of nodes) {
        const brought = written.get(slug);
        if (brought === undefined) continue;
        seen++;
        expect([text, declared]).toEqual([brought.text, brought.declared]);
        const points = [...text];
        for (const quote of [...statements.nodes.flatMap((one) => one.quotes), ...(titleQuote ? [titleQuote] : [])]) {
          quotes++;
          expect(quote).toEqual({
            ...quote,
            exact: points.slice(quote.start, quote.end).join(''),
            prefix: points.slice(Math.max(0, quote.start - 32), quote.start).join(''),
            suffix: points.slice(quote.end, quote.end + 32).join(''),
          });
          expect(text.slice(quote.startUtf16, quote.endUtf16)).toBe(quote.exact);
        }
        if (titleQuote) expect(titleQuote.exact).toBe(title);
      }
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect([seen, quotes > TEXTS]).toEqual([TEXTS, true]);
  });

  it('keep every invariant', async () => {
    const broken: unknown[] = [];
    await verifyStore(corpus.store.sql, (result) => {
      if (result.broken > 0) broken.push(result);
    });
    expect(broken).toEqual([]);
  });

  it.each(['rains', 'Holm', '"Ada Holm"'])('are shown around hits with nothing but marks: %s', async (query) => {
    const search = async (fields: string) => {
      const { data, errors } = await corpus.ask(
        `query ($query: String!) { search(query: $query, first: 50) { ${fields} } }`,
        { query },
      );
      expect(errors).toEqual([]);
      return (data as { search: { edges?: { snippet: string }[]; nodes?: unknown } }).search.edges ?? [];
    };
    const edges = await search('edges { snippet }');
    expect(edges.length).toBeGreaterThan(0);
    for (const { snippet } of edges) expect(snippet.replace(/<mark>[^<>]*<\/mark>/g, '')).not.toMatch(/[<>"']/);
    // The same where it is not answered by one statement.
    expect(
      await search('edges { snippet node { ... on Actor { merges { __typename } } ... on Article { id } } }'),
    ).toMatchObject(edges);
  });

  it('are refused whole where they cannot be stored, and change nothing', async () => {
    const before = await revision();
    const mutation = 'mutation ($article: ArticleInput!) { ingestArticle(article: $article) { revision } }';
    await fc.assert(
      fc.asyncProperty(
        unstorableText,
        fc.constantFrom('text', 'title', 'id', 'source', 'author'),
        async ({ text }, place) => {
          const article = { text: 'It rains.', [place]: text };
          const { errors } = await corpus.ask(mutation, { article }, key);
          expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })]);
          expect(errors[0]?.message).toMatch(/line \d+, column \d+ \(code point \d+\)/);
        },
      ),
      { numRuns: 150 },
    );
    expect(await revision()).toBe(before);
  });

  it('are kept or refused in a statement with all that belongs to it', async () => {
    const mutation =
      'mutation ($s: StatementInput!) { addStatement(article: "plain", statement: $s) { revision statement { text quotes { exact } said { reasoning } } } }';
    let kept = 0;
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        hostileValue,
        hostileValue,
        fc.option(hostileValue, { freq: 1 }),
        async (words, reasoning, exact) => {
          const content = { exact: exact ?? 'It rains in Alm' };
          const said = { value: '2022-07', basis: 'INFERRED', reasoning, quotes: [{ exact: 'Ada Holm' }] };
          const hop = {
            newActor: { kind: 'PERSON', slug: `ada-${String(number++)}`, name: { exact: 'Ada Holm' } },
            cue: { exact: 'said' },
          };
          const statement = { text: words, mode: 'DIRECT', content: [content], attribution: [hop], said };
          const before = await revision();
          const { data, errors } = await corpus.ask(mutation, { s: statement }, key);
          if (errors.length === 0) {
            kept++;
            const answered = { text: words, said: { reasoning }, quotes: [{ exact: 'It rains in Alm' }] };
            expect(data).toMatchObject({ addStatement: { statement: exact === null ? answered : { text: words } } });
            return;
          }
          expect(['BAD_USER_INPUT', 'CONFLICT', 'NOT_FOUND']).toContain(errors[0]?.extensions.code);
          expect(await revision()).toBe(before);
        },
      ),
      { numRuns: 100, seed: 23 },
    );
    expect(kept).toBeGreaterThan(10);
  });
});

describe('anything that is sent as a variable', () => {
  let corpus: ServedCorpus;
  let key: string;
  beforeAll(async () => {
    corpus = await serveCorpus(STORES[0], (store) => withFolder(ferries(), (folder) => seed(store, folder)));
    key = await keyOf(corpus.store, 'ADMIN');
  });
  afterAll(() => corpus.stop());

  const schema = createSchema();
  const fields = (['query', 'mutation'] as const).flatMap((operation) =>
    Object.values(schema.getRootType(operation as never)?.getFields() ?? {})
      .filter(({ args }) => args.length > 0)
      .map((field) => ({ operation, field })),
  );

  /** A value of a type, as its texts go: anything. */
  function valueOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
    if (isNonNullType(type)) return valueOf(type.ofType);
    if (isListType(type)) return fc.array(valueOf(type.ofType), { minLength: 1, maxLength: 2 });
    if (isEnumType(type)) {
      const names = fc.constantFrom(...type.getValues().map(({ name }) => name));
      return fc.oneof({ weight: 9, arbitrary: names }, { weight: 1, arbitrary: hostileValue });
    }
    if (isInputObjectType(type)) {
      const parts = Object.values(type.getFields());
      const required = parts.filter((part) => isNonNullType(part.type)).map(({ name }) => name);
      return fc.record(Object.fromEntries(parts.map((part) => [part.name, valueOf(part.type)])), {
        requiredKeys: required,
      });
    }
    if (type.name === 'Int') return fc.constantFrom(0, 1, -1, 5, 2 ** 31 - 1, -(2 ** 31), 2 ** 31);
    if (type.name === 'EDTF') return fc.oneof(fc.constant('2022-07'), hostileValue);
    return hostileValue;
  }

  it('is answered or refused, and is no defect of the server', async () => {
    const asked = fc.constantFrom(...fields).chain(({ operation, field }) =>
      fc
        .record(Object.fromEntries(field.args.map(({ name, type }) => [name, valueOf(type)])), {
          requiredKeys: field.args.filter(({ type }) => isNonNullType(type)).map(({ name }) => name),
        })
        .map((variables) => ({ operation, field, variables })),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ operation, field, variables }) => {
        const declared = field.args.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
        const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
        const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
        const query = `${operation} (${declared}) { ${field.name}(${given}) ${selection} }`;
        const { status, errors } = await corpus.ask(query, variables, key);
        expect(status).toBeLessThan(500);
        expect(errors.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR')).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('by the name %s is nothing that objects inherit', async (name) => {
    const post = async (body: string) => {
      const response = await fetch(`${corpus.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          authorization: `Bearer ${key}`,
        },
        body,
      });
      return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    };
    const mutation = 'mutation ($article: ArticleInput!) { ingestArticle(article: $article) { revision } }';
    const unknown = await post(
      `{"query": ${JSON.stringify(mutation)}, "variables": {"article": {"text": "x", "${name}": {"slug": "x"}}}}`,
    );
    expect(unknown.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const beside = await post(
      `{"query": "query ($n: Int) { articles(first: $n) { totalCount } }", "variables": {"${name}": {"n": 1}}, "${name}": 1}`,
    );
    expect(beside).toHaveProperty('data.articles.totalCount');
    const named = await post(`{"query": "query ${name} { ${name}: corpus { revision } }", "operationName": "${name}"}`);
    expect(Object.entries(named.data as object)).toEqual([[name, { revision: expect.any(Number) as number }]]);
  });

  it.each(['gzip', 'deflate', 'br', 'gzip, gzip', 'Identity, gzip', 'x'])(
    'is refused where it is packed, by whatever it says: %s',
    async (encoding) => {
      const bomb = gzipSync(JSON.stringify({ query: `{ corpus { revision } }${' '.repeat(50_000_000)}` }));
      for (const body of [bomb, '{"query":"{ corpus { revision } }"}']) {
        const response = await fetch(`${corpus.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-encoding': encoding },
          body,
        });
        expect([response.status, await response.text()]).toEqual([415, expect.stringContaining('content-encoding')]);
      }
    },
  );
});

describe('a snippet', () => {
  it('gives all of its text but for the marks, and nothing of it as markup', () => {
    const unescape = (html: string) =>
      html.replace(
        /&(amp|lt|gt|quot|#39);/g,
        (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
      );
    const shown = (text: string) => text.replace(/[\uE000-\uE002]/g, (mark) => OF_TEXT[mark as keyof typeof OF_TEXT]);
    fc.assert(
      fc.property(hostileArticle, hostileName, hostileArticle, (before, hit, behind) => {
        const html = markedHtml(`${shown(before)}\uE000${shown(hit)}\uE001${shown(behind)}`);
        const [outer = '', inner = '', rest = ''] = html.split(/<\/?mark>/);
        expect(`${outer}${inner}${rest}`).not.toMatch(/[<>"']/);
        expect([outer, inner, rest].map(unescape)).toEqual([before, hit, behind]);
      }),
      { numRuns: 1_000 },
    );
    expect(isStorable(Object.values(OF_TEXT).join(''))).toBe(true);
  });
});
