// Mercurius with its JIT compiler and its loaders, SQL by hand in prepared statements: node mercurius.mjs DATABASE_URL
import fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const rows = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const schema = `
  interface Node { id: ID! }
  type Query {
    node(id: ID!): Node
    articles(first: Int): ArticleConnection!
    statements(first: Int, after: String): StatementConnection!
    search(query: String!, first: Int): SearchResultConnection!
  }
  type ArticleConnection { nodes: [Article!]! }
  type StatementConnection { nodes: [Statement!]! }
  type SearchResultConnection { edges: [SearchResultEdge!]! }
  type SearchResultEdge { snippet: String! node: SearchResult! }
  union SearchResult = Article | Statement | Actor | Event
  type Article implements Node { id: ID! slug: String! title: String! statements(first: Int): StatementConnection! }
  type Actor implements Node { id: ID! name: String! kind: String! }
  type Event implements Node { id: ID! title: String! }
  type Quote { id: ID! exact: String! start: Int! end: Int! prefix: String! suffix: String! }
  type AttributionHop { position: Int! role: String! actor: Actor! cue: Quote source: Quote }
  type Statement implements Node {
    id: ID! text: String! mode: String! polarity: String! certainty: String!
    article: Article! speaker: Actor! attribution: [AttributionHop!]! quotes: [Quote!]!
  }
`;

const base64 = (text) => Buffer.from(text).toString('base64url');
const globalId = (type) => (row) => base64(`${type}:${row.id}`);
const quoteId = (row) => base64(`Quote:${row.version_id}:${row.start}-${row.end}`);

const STATEMENT = 's.id, s.text, s.mode, s.polarity, s.certainty, s.article_id, s.speaker_id';
const STANDING = `s.review IN ('PROPOSED', 'ACCEPTED')`;
const QUOTE = 'q.id, q.version_id, q.exact, q.start_offset AS start, q.end_offset AS end, q.prefix, q.suffix';
const SNIPPET = `StartSel=\uE000, StopSel=\uE001, MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … "`;

const resolvers = {
  Query: {
    async node(_, { id }) {
      const [type, key] = Buffer.from(id, 'base64url').toString().split(':');
      if (type !== 'Statement') return null;
      const [row] = await rows('statement', `SELECT ${STATEMENT} FROM statement s WHERE s.id = $1`, [key]);
      return row ? { __typename: 'Statement', ...row } : null;
    },
    articles: async (_, { first }) => ({
      nodes: await rows('articles', 'SELECT id, slug, title FROM article ORDER BY ordinal LIMIT $1', [first]),
    }),
    async statements(_, { first, after }) {
      const keys = after
        ? JSON.parse(Buffer.from(after, 'base64url').toString()).slice(1)
        : [0, 0, '00000000-0000-0000-0000-000000000000'];
      const text = `SELECT ${STATEMENT} FROM statement s WHERE ${STANDING}
        AND (s.article_ordinal, s.position, s.id) > ($2::integer, $3::integer, $4::uuid) ORDER BY s.article_ordinal, s.position, s.id LIMIT $1`;
      return { nodes: await rows('statements', text, [first, ...keys]) };
    },
    async search(_, { query, first }) {
      const text = `SELECT initcap(h.kind::text) AS type, h.id, ts_headline('english'::regconfig,
          CASE WHEN h.kind = 'ARTICLE' THEN left(h.body, 200000) WHEN search_words(h.title) @@ h.words THEN h.title ELSE h.title || E'\\n' || h.body END,
          h.words, '${SNIPPET}') AS snippet
        FROM (SELECT x.*, w.words FROM search_entry x CROSS JOIN websearch_to_tsquery('english'::regconfig, $2) AS w (words)
          WHERE x.vector @@ w.words
            AND (x.kind <> 'STATEMENT' OR EXISTS (SELECT FROM statement s WHERE s.id = x.id AND ${STANDING}))
            AND (x.kind <> 'ACTOR' OR EXISTS (SELECT FROM actor c WHERE c.id = x.id AND c.merged_into_id IS NULL))
          ORDER BY (-ts_rank_cd(x.vector, w.words))::float8, x.id LIMIT $1) h
        ORDER BY (-ts_rank_cd(h.vector, h.words))::float8, h.id`;
      return { edges: await rows('search', text, [first, query]) };
    },
  },
  Statement: { id: globalId('Statement') },
  Article: { id: globalId('Article') },
  Actor: { id: globalId('Actor') },
  Event: { id: globalId('Event') },
  Quote: { id: quoteId },
  SearchResult: { resolveType: (row) => row.__typename },
  SearchResultEdge: { snippet: ({ snippet }) => marked(snippet) },
};

const MARKS = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\uE000': '<mark>',
  '\uE001': '</mark>',
};
const marked = (text) => text.replace(/[&<>"'\uE000\uE001]/g, (character) => MARKS[character]);

/** Rows by one statement, in the order of the keys that are asked for. */
const one = (name, text, keyOf) => async (queries) => {
  const found = new Map((await rows(name, text, [queries.map(({ obj }) => keyOf(obj))])).map((row) => [row.key, row]));
  return queries.map(({ obj }) => found.get(keyOf(obj)) ?? null);
};
const many = (name, text) => async (queries) => {
  const found = new Map(queries.map(({ obj }) => [obj.id, []]));
  for (const row of await rows(name, text, [[...found.keys()]])) found.get(row.key).push(row);
  return queries.map(({ obj }) => found.get(obj.id));
};
const ACTORS = `SELECT asked.id AS key, c.id, c.name, c.kind FROM actor asked JOIN actor c ON c.id = coalesce(asked.merged_into_id, asked.id)
  WHERE asked.id = ANY ($1::uuid[])`;
const QUOTES = `SELECT q.id AS key, ${QUOTE} FROM quote q WHERE q.id = ANY ($1::uuid[])`;
const TYPES = {
  Article: ['found-articles', 'SELECT id AS key, id, title FROM article WHERE id = ANY ($1::uuid[])'],
  Statement: ['found-statements', 'SELECT id AS key, id, text FROM statement WHERE id = ANY ($1::uuid[])'],
  Actor: ['found-actors', ACTORS],
  Event: ['found-events', 'SELECT id AS key, id, title FROM event WHERE id = ANY ($1::uuid[])'],
};

const loaders = {
  Article: {
    async statements(queries) {
      const text = `SELECT s.* FROM unnest($1::uuid[]) AS a (id) CROSS JOIN LATERAL (SELECT a.id AS key, ${STATEMENT} FROM statement s
        WHERE s.article_id = a.id AND ${STANDING} ORDER BY s.article_ordinal, s.position, s.id LIMIT $2) s`;
      const found = await rows('statements-of-articles', text, [
        queries.map(({ obj }) => obj.id),
        queries[0].params.first,
      ]);
      const nodes = new Map(queries.map(({ obj }) => [obj.id, []]));
      for (const row of found) nodes.get(row.key).push(row);
      return queries.map(({ obj }) => ({ nodes: nodes.get(obj.id) }));
    },
  },
  Statement: {
    article: one(
      'article-of',
      'SELECT id AS key, id, slug, title FROM article WHERE id = ANY ($1::uuid[])',
      (row) => row.article_id,
    ),
    speaker: one('actor-of', ACTORS, (row) => row.speaker_id),
    attribution: many(
      'hops',
      `SELECT h.statement_id AS key, h.position, h.role, h.actor_id, h.cue_id, h.source_id FROM attribution_hop h
      WHERE h.statement_id = ANY ($1::uuid[]) ORDER BY h.statement_id, h.position`,
    ),
    quotes: many(
      'quotes',
      `SELECT w.statement_id AS key, ${QUOTE} FROM statement_content w JOIN quote q ON q.id = w.quote_id
      WHERE w.statement_id = ANY ($1::uuid[]) ORDER BY w.statement_id, w.ordinal`,
    ),
  },
  AttributionHop: {
    actor: one('actor-of', ACTORS, (row) => row.actor_id),
    cue: one('quote-of', QUOTES, (row) => row.cue_id),
    source: one('quote-of', QUOTES, (row) => row.source_id),
  },
  SearchResultEdge: {
    async node(queries) {
      const nodes = new Map();
      for (const [type, [name, text]] of Object.entries(TYPES)) {
        const ids = queries.filter(({ obj }) => obj.type === type).map(({ obj }) => obj.id);
        if (ids.length === 0) continue;
        for (const row of await rows(name, text, [ids])) nodes.set(row.key, { __typename: type, ...row });
      }
      return queries.map(({ obj }) => nodes.get(obj.id));
    },
  },
};

const app = fastify();
app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
console.log(`${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`);
