import { STANDING } from './details.ts';
import type { Condition, Listing } from './listing.ts';
import type { NodeType } from './rows.ts';

/** A hit of full-text search. */
export interface SearchHit {
  readonly type: Extract<NodeType, 'Article' | 'Statement' | 'Actor' | 'Event'>;
  readonly id: string;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  /** Text around the hits, with a mark before (U+E000) and after (U+E001) each. */
  readonly snippet: string;
}

/** Words as a web search box takes them, as a query of full-text search. */
export const webQuery =
  (words: string): Condition =>
  (parameters) =>
    `websearch_to_tsquery('english'::regconfig, ${parameters.add(words, 'text')})`;
const RANK = 'ts_rank_cd(x.vector, query.words)';
const SNIPPET_OPTIONS =
  'StartSel=\uE000, StopSel=\uE001, MaxFragments=2, MaxWords=30, MinWords=12, FragmentDelimiter=" … "';

/** Where the title holds all of the words it is shown alone: a statement's quotes mostly say the same again. */
const SNIPPET = `(SELECT ts_headline('english'::regconfig,
    CASE WHEN e.kind = 'ARTICLE' THEN left(e.body, 200000)
      WHEN search_words(e.title) @@ page."#words" THEN e.title
      ELSE e.title || E'\\n' || e.body END,
    page."#words", '${SNIPPET_OPTIONS}')
  FROM search_entry e WHERE e.kind = page."#kind" AND e.id = page.id)`;

/** Articles, statements, actors and events that match words as a web search box takes them, best first. */
export function listHits(words: string): Listing & { readonly snippet: string } {
  return {
    name: 'search',
    entity: {
      table: 'search_entry',
      alias: 'x',
      columns: `initcap(x.kind::text) AS type, x.id, ${RANK}::float8 AS score, x.kind AS "#kind", query.words AS "#words"`,
    },
    from: (parameters) => `search_entry x CROSS JOIN ${webQuery(words)(parameters)} AS query (words)`,
    order: [
      { expression: `(-${RANK})::float8`, type: 'float8' },
      { expression: 'x.id', type: 'uuid' },
    ],
    direction: 'ASC',
    conditions: [
      () => 'x.vector @@ query.words',
      () => `(x.kind <> 'STATEMENT' OR EXISTS (SELECT FROM statement s WHERE s.id = x.id AND s.review IN ${STANDING}))`,
      () => `(x.kind <> 'ACTOR' OR EXISTS (SELECT FROM actor c WHERE c.id = x.id AND c.merged_into_id IS NULL))`,
    ],
    onPage: `${SNIPPET} AS snippet`,
    snippet: SNIPPET,
  };
}

/** That an entity's entry matches words as a web search box takes them. */
export const matching =
  (idExpression: string, kind: 'ACTOR' | 'STATEMENT', words: string): Condition =>
  (parameters) =>
    `${idExpression} IN (SELECT id FROM search_entry WHERE kind = '${kind}' AND vector @@ ${webQuery(words)(parameters)})`;
