import type { Pool } from 'pg';
import { MARKS } from '../../src/graphql/search/marked-html.ts';
import type { Condition } from '../../src/store/read/listing.ts';
import type { Parameters } from '../../src/store/read/parameters.ts';
import { listHits } from '../../src/store/read/search.ts';

/** Of one request. */
export type Variables = Readonly<Record<string, string>>;

/** A question that servers are asked, in GraphQL and as the single statement that somebody would write for it by hand. */
export interface Question {
  readonly name: string;
  readonly about: string;
  /** Servers that are not asked, since what answers it is not in the database. */
  readonly without?: readonly string[];
  readonly query: string;
  /** Variables of requests that are asked in turn. */
  readonly variables: (pool: Pool) => Promise<readonly Variables[]>;
  /** One statement whose only row and column is the JSON of `data`, and its values from the variables. */
  readonly floor?: {
    readonly text: string;
    readonly values: (variables: Readonly<Record<string, string>>) => unknown[];
  };
}

const ALL_OTHERS = ['postgraphile', 'mercurius', 'yoga', 'floor'];

const MOST = 500;
const globalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url');
const bareId = (id = ''): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
/** The same as the servers' ids, in SQL. */
const idOf = (type: string, column: string): string =>
  `rtrim(encode(convert_to('${type}:' || ${column}, 'UTF8'), 'base64'), '=')`;
const QUOTE_ID = `translate(encode(convert_to('Quote:' || q.version_id || ':' || q.start_offset || '-' || q.end_offset, 'UTF8'), 'base64'), E'=\\n', '')`;

/** The product's search, of the first parameter. */
const FOUND = listHits('') as ReturnType<typeof listHits> & { readonly from: Condition };
const FIRST = { values: [], add: () => '$1::text' } satisfies Parameters;
const asHtml = (snippet: string): string =>
  Object.entries(MARKS).reduce((sql, [from, to]) => `replace(${sql}, '${from.replace("'", "''")}', '${to}')`, snippet);

const statementIds = async (pool: Pool): Promise<readonly Variables[]> => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM statement WHERE review IN ('PROPOSED', 'ACCEPTED') ORDER BY md5(id::text) LIMIT ${String(MOST)}`,
  );
  return rows.map(({ id }) => ({ id: globalId('Statement', id) }));
};

const placesInTheList = async (pool: Pool): Promise<readonly Variables[]> => {
  const { rows } = await pool.query<{ keys: [string, string, string] }>(
    `SELECT ARRAY[article_ordinal::text, position::text, id::text] AS keys FROM statement WHERE review IN ('PROPOSED', 'ACCEPTED') ORDER BY md5(id::text) LIMIT ${String(MOST)}`,
  );
  return rows.map(({ keys }) => ({
    after: Buffer.from(JSON.stringify(['corpus.statements.TEXT_POSITION', ...keys])).toString('base64url'),
  }));
};

const wordsOfTitles = async (pool: Pool): Promise<readonly Variables[]> => {
  const { rows } = await pool.query<{ title: string }>(
    `SELECT title FROM article ORDER BY md5(id::text) LIMIT ${String(MOST)}`,
  );
  // Two words of a title are found in some dozen texts.
  return rows.map(({ title }) => ({
    query: [...(title.match(/\p{L}+/gu) ?? [])]
      .sort((a, b) => b.length - a.length)
      .slice(0, 2)
      .join(' '),
  }));
};

const utteranceIds = async (pool: Pool): Promise<readonly Variables[]> => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT utterance_id AS id FROM statement GROUP BY utterance_id HAVING count(*) > 1 ORDER BY md5(utterance_id::text) LIMIT ${String(MOST)}`,
  );
  return rows.map(({ id }) => ({ id: globalId('Utterance', id) }));
};

/** Every other quotation with a word changed. */
const quotations = async (pool: Pool): Promise<readonly Variables[]> => {
  const { rows } = await pool.query<{ exact: string }>(
    `SELECT q.exact FROM statement_content c JOIN quote q ON q.id = c.quote_id WHERE length(q.exact) > 30 ORDER BY md5(q.id::text) LIMIT ${String(MOST)}`,
  );
  return rows.map(({ exact }, number) => ({
    text: number % 2 === 0 ? exact : exact.replace(/(?<= )\p{L}{4,}/u, 'other'),
  }));
};

const once = (): Promise<readonly Variables[]> => Promise.resolve([{}]);

export const QUESTIONS: readonly Question[] = [
  {
    name: 'Q0',
    about: 'a statement by its id',
    query: 'query ($id: ID!) { node(id: $id) { ... on Statement { id text mode polarity certainty } } }',
    variables: statementIds,
    floor: {
      text: `SELECT json_build_object('node', (SELECT json_build_object('id', ${idOf('Statement', 's.id')}, 'text', s.text, 'mode', s.mode,
        'polarity', s.polarity, 'certainty', s.certainty) FROM statement s WHERE s.id = $1))::text AS data`,
      values: ({ id }: Variables): unknown[] => [bareId(id)],
    },
  },
  {
    name: 'Q1',
    about: 'a statement with article, speaker, chain and quotes',
    query: `query ($id: ID!) { node(id: $id) { ... on Statement { id text article { slug title } speaker { name kind }
      attribution { position role actor { name } cue { exact } source { exact } } quotes { id exact start end prefix suffix } } } }`,
    variables: statementIds,
    floor: {
      text: `SELECT json_build_object('node', (SELECT json_build_object('id', ${idOf('Statement', 's.id')}, 'text', s.text,
        'article', json_build_object('slug', a.slug, 'title', a.title), 'speaker', json_build_object('name', c.name, 'kind', c.kind),
        'attribution', (SELECT coalesce(json_agg(json_build_object('position', h.position, 'role', h.role, 'actor', json_build_object('name', ha.name),
            'cue', CASE WHEN cue.id IS NOT NULL THEN json_build_object('exact', cue.exact) END,
            'source', CASE WHEN source.id IS NOT NULL THEN json_build_object('exact', source.exact) END) ORDER BY h.position), '[]')
          FROM attribution_hop h JOIN actor hc ON hc.id = h.actor_id JOIN actor ha ON ha.id = coalesce(hc.merged_into_id, hc.id)
          LEFT JOIN quote cue ON cue.id = h.cue_id LEFT JOIN quote source ON source.id = h.source_id WHERE h.statement_id = s.id),
        'quotes', (SELECT coalesce(json_agg(json_build_object('id', ${QUOTE_ID}, 'exact', q.exact, 'start', q.start_offset, 'end', q.end_offset,
            'prefix', q.prefix, 'suffix', q.suffix) ORDER BY w.ordinal), '[]')
          FROM statement_content w JOIN quote q ON q.id = w.quote_id WHERE w.statement_id = s.id))
        FROM statement s JOIN article a ON a.id = s.article_id JOIN actor c ON c.id = s.speaker_id WHERE s.id = $1))::text AS data`,
      values: ({ id }: Variables): unknown[] => [bareId(id)],
    },
  },
  {
    name: 'Q2',
    about: 'twenty articles, ten statements of each with quotes and actors',
    query: `{ articles(first: 20) { nodes { slug title statements(first: 10) { nodes { id text speaker { name } quotes { exact start end }
      attribution { actor { name } } } } } } }`,
    variables: once,
    floor: {
      text: `SELECT json_build_object('articles', json_build_object('nodes', (SELECT json_agg(json_build_object('slug', a.slug, 'title', a.title,
        'statements', json_build_object('nodes', (SELECT coalesce(json_agg(s.node), '[]') FROM (
          SELECT json_build_object('id', ${idOf('Statement', 's.id')}, 'text', s.text, 'speaker', json_build_object('name', c.name),
            'quotes', (SELECT coalesce(json_agg(json_build_object('exact', q.exact, 'start', q.start_offset, 'end', q.end_offset) ORDER BY w.ordinal), '[]')
              FROM statement_content w JOIN quote q ON q.id = w.quote_id WHERE w.statement_id = s.id),
            'attribution', (SELECT coalesce(json_agg(json_build_object('actor', json_build_object('name', ha.name)) ORDER BY h.position), '[]')
              FROM attribution_hop h JOIN actor hc ON hc.id = h.actor_id JOIN actor ha ON ha.id = coalesce(hc.merged_into_id, hc.id)
              WHERE h.statement_id = s.id)) AS node
          FROM statement s JOIN actor c ON c.id = s.speaker_id
          WHERE s.article_id = a.id AND s.review IN ('PROPOSED', 'ACCEPTED') ORDER BY s.article_ordinal, s.position, s.id LIMIT 10) s))))
        FROM (SELECT * FROM article ORDER BY ordinal LIMIT 20) a)))::text AS data`,
      values: (): unknown[] => [],
    },
  },
  {
    name: 'Q3',
    about: 'a page of fifty statements with article and speaker',
    query: `query ($after: String!) { statements(first: 50, after: $after) { nodes { id text mode article { slug title } speaker { name } } } }`,
    variables: placesInTheList,
    floor: {
      text: `SELECT json_build_object('statements', json_build_object('nodes', (SELECT coalesce(json_agg(s.node), '[]') FROM (
        SELECT json_build_object('id', ${idOf('Statement', 's.id')}, 'text', s.text, 'mode', s.mode,
          'article', json_build_object('slug', a.slug, 'title', a.title), 'speaker', json_build_object('name', c.name)) AS node
        FROM statement s JOIN article a ON a.id = s.article_id JOIN actor c ON c.id = s.speaker_id
        WHERE s.review IN ('PROPOSED', 'ACCEPTED') AND (s.article_ordinal, s.position, s.id) > ($1::integer, $2::integer, $3::uuid)
        ORDER BY s.article_ordinal, s.position, s.id LIMIT 50) s)))::text AS data`,
      values: ({ after = '' }: Variables): unknown[] =>
        (JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[]).slice(1),
    },
  },
  {
    name: 'Q4',
    about: 'twenty hits of full-text search with snippets',
    without: ['yoga'],
    query: `query ($query: String!) { search(query: $query, first: 20) { edges { snippet node { ... on Article { id title } ... on Statement { id text }
      ... on Actor { id name } ... on Event { id title } } } } }`,
    variables: wordsOfTitles,
    floor: {
      text: `SELECT json_build_object('search', json_build_object('edges', (SELECT coalesce(json_agg(json_build_object('snippet', ${asHtml(FOUND.snippet)},
        'node', CASE page.type WHEN 'Statement' THEN json_build_object('id', ${idOf('Statement', 'page.id')}, 'text', page.title)
          WHEN 'Actor' THEN json_build_object('id', ${idOf('Actor', 'page.id')}, 'name', page.title)
          ELSE json_build_object('id', rtrim(encode(convert_to(page.type || ':' || page.id, 'UTF8'), 'base64'), '='), 'title', page.title) END)
          ORDER BY page.rank, page.id), '[]')
        FROM (SELECT ${FOUND.entity.columns}, (SELECT e.title FROM search_entry e WHERE e.kind = x.kind AND e.id = x.id) AS title, x.rank FROM ${FOUND.from(FIRST)}
          WHERE ${FOUND.conditions.map((condition) => condition(FIRST)).join(' AND ')} ORDER BY x.rank, x.id LIMIT 20) page)))::text AS data`,
      values: ({ query }: Variables): unknown[] => [query],
    },
  },
  {
    name: 'Q5',
    about: 'an utterance with its renderings and how they differ',
    without: ALL_OTHERS,
    query: `query ($id: ID!) { node(id: $id) { ... on Utterance { id speaker { name } renderings { text article { slug } quotes { exact } }
      variants { similarity kinds edits { operation left right } left { exact } right { exact } } } } }`,
    variables: utteranceIds,
  },
  {
    name: 'Q6',
    about: 'whether a quotation is in the corpus word for word',
    without: ALL_OTHERS,
    query: `query ($text: String!) { checkQuote(text: $text) { verdict matches { similarity kinds quote { exact } statements { text speaker { name } } } } }`,
    variables: quotations,
  },
];

/** The search of questions as a function of the database, for servers whose questions are written in SQL: as PostgreSQL's manual has it. */
export const PEERS_SEARCH = `CREATE SCHEMA peers;
  CREATE FUNCTION peers.search(words text, most integer) RETURNS TABLE (type text, id uuid, title text, snippet text) LANGUAGE sql STABLE AS $$
    SELECT initcap(h.kind::text), h.id, h.title, replace(replace(replace(replace(replace(replace(replace(ts_headline('english'::regconfig,
      CASE WHEN h.kind = 'ARTICLE' THEN left(h.body, 200000) WHEN search_words(h.title) @@ h.words THEN h.title ELSE h.title || E'\\n' || h.body END,
      h.words, 'StartSel=\uE000, StopSel=\uE001, MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … "'),
      '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#39;'), '\uE000', '<mark>'), '\uE001', '</mark>')
    FROM (SELECT x.*, w.words FROM search_entry x CROSS JOIN websearch_to_tsquery('english'::regconfig, $1) AS w (words)
      WHERE x.vector @@ w.words
        AND (x.kind <> 'STATEMENT' OR EXISTS (SELECT FROM statement s WHERE s.id = x.id AND s.review IN ('PROPOSED', 'ACCEPTED')))
        AND (x.kind <> 'ACTOR' OR EXISTS (SELECT FROM actor c WHERE c.id = x.id AND c.merged_into_id IS NULL))
      ORDER BY (-ts_rank_cd(x.vector, w.words))::float8, x.id LIMIT $2) h
    ORDER BY (-ts_rank_cd(h.vector, h.words))::float8, h.id $$`;
