import { STANDING } from './details.ts';
import type { Condition, Listing } from './listing.ts';
import type { NodeType } from './rows.ts';

/** A hit of full-text search. */
export interface SearchHit {
  readonly type: Extract<NodeType, 'Article' | 'Statement' | 'Actor' | 'Event'>;
  readonly id: string;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  /** Text around the hits, with a mark before (U+E000) and after (U+E001) each; what the text itself has of these as `OF_TEXT`. */
  readonly snippet: string;
}

/** Words as a web search box takes them, as a query of full-text search. */
export const webQuery =
  (words: string): Condition =>
  (parameters) =>
    `websearch_to_tsquery('english'::regconfig, ${parameters.add(words, 'text')})`;

/** Characters of a text that are looked through for a snippet. */
const LOOKED_THROUGH = 200_000;
/** What a word begins with that has a stem, as a regular expression. Stems are written with an i for a y: "happi" of "happy". */
const BEGINNING = `regexp_replace(regexp_replace(lexeme, '([^[:alnum:]])', '\\\\\\1', 'g'), 'i$', '[iy]')`;

/**
 * What snippets are cut by, in a row: how the words asked for may begin, each and any of them, and a query for any of them. To
 * look for how a word begins costs a small part of reading a text as a search does. Of a phrase, whose words stand in a text
 * by themselves too, it does not tell enough.
 */
const cutBy =
  (words: string): Condition =>
  (parameters) =>
    `(SELECT array_agg('\\m' || ${BEGINNING}) AS beginnings, '\\m(?:' || string_agg(${BEGINNING}, '|') || ')' AS any_beginning,
      position('<' IN ${webQuery(words)(parameters)}::text) > 0 AS has_phrase,
      string_agg('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''', ' | ')::tsquery AS any_word
    FROM unnest(to_tsvector('english'::regconfig, ${parameters.add(words, 'text')})))`;

/** Characters of a paragraph that is shown whole. */
const SHORT = 240;
/** Of longer ones so much is shown around the hits. */
const PIECES = (most: number): string =>
  `MaxFragments=${String(most)}, MaxWords=30, MinWords=12, FragmentDelimiter=" … "`;

/** How snippets write what a text itself has of their marks, and of what begins these pairs. */
export const OF_TEXT = { '\uE000': '\uE002\uE003', '\uE001': '\uE002\uE004', '\uE002': '\uE002\uE005' } as const;

/** SQL of a text in which nothing looks like a mark. */
const withoutMarks = (text: string): string =>
  `replace(replace(replace(${text}, '\uE002', '${OF_TEXT['\uE002']}'), '\uE000', '${OF_TEXT['\uE000']}'), '\uE001', '${OF_TEXT['\uE001']}')`;

const headline = (text: string, words: string, shown: string): string =>
  `ts_headline('english'::regconfig, ${withoutMarks(text)}, ${words}, 'StartSel=\uE000, StopSel=\uE001, ' || ${shown})`;

/** More than any query has words. */
const WHOLE_PHRASE = 1_000_000;

/**
 * Words around the hits, of the first paragraph that holds all of them, else of the two that hold most. Which ones these are is
 * told by how words begin; where nothing is found so (a word need not begin with its stem), all of the text is read. The
 * paragraphs of anything but an article are its title and each of its quotes or names.
 */
const SNIPPET = `(SELECT coalesce((
    SELECT string_agg(cut.words, ' … ' ORDER BY best.number) FILTER (WHERE position('\uE000' IN cut.words) > 0)
    FROM (
      SELECT paragraph, number, row_number() OVER (ORDER BY hits DESC, number) AS place,
        max(hits) OVER () >= CASE WHEN page."#has_phrase" THEN ${String(WHOLE_PHRASE)} ELSE cardinality(page."#beginnings") END AS has_all
      FROM unnest(string_to_array(shown.text, E'\\n')) WITH ORDINALITY AS p (paragraph, number)
      CROSS JOIN LATERAL (
        SELECT count(*) + CASE WHEN page."#has_phrase" AND search_words(paragraph) @@ page."#words"
          THEN ${String(WHOLE_PHRASE)} ELSE 0 END AS hits
        FROM unnest(page."#beginnings") AS beginning WHERE paragraph ~* beginning
      ) counted
      WHERE paragraph ~* page."#any_beginning" ORDER BY place LIMIT 2
    ) best CROSS JOIN LATERAL (
      SELECT ${headline(
        'paragraph',
        'CASE WHEN has_all THEN page."#words" ELSE page."#any_word" END',
        `CASE WHEN length(paragraph) <= ${String(SHORT)} THEN 'HighlightAll=true' WHEN has_all THEN '${PIECES(2)}' ELSE '${PIECES(1)}' END`,
      )} AS words
    ) cut
    WHERE place = 1 OR NOT has_all
  ), ${headline('shown.text', 'page."#words"', `'${PIECES(2)}'`)})
  FROM search_entry e CROSS JOIN LATERAL (
    SELECT CASE WHEN e.kind = 'ARTICLE' THEN left(e.body, ${String(LOOKED_THROUGH)}) ELSE e.title || E'\\n' || e.body END AS text OFFSET 0
  ) shown
  WHERE e.kind = page."#kind" AND e.id = page.id)`;

/** Hits in their order: ranked once each, and sorted before anything else is asked of them. Of very many those of the newest articles. */
const ranked =
  (words: string): Condition =>
  (parameters) =>
    `(SELECT e.kind, e.id, (-ts_rank_cd(e.vector, query.words))::float8 AS rank, query.words, cut.*
      FROM ${webQuery(words)(parameters)} AS query (words) CROSS JOIN LATERAL search_newest(query.words) AS newest
      CROSS JOIN ${cutBy(words)(parameters)} AS cut JOIN search_entry e ON e.vector @@ newest.near
      WHERE newest.since IS NULL OR e.article_ordinal IS NULL OR e.article_ordinal >= newest.since ORDER BY rank, e.id OFFSET 0) x`;

/** All hits, in no order. */
const found =
  (words: string): Condition =>
  (parameters) =>
    `(SELECT kind, id FROM search_entry WHERE vector @@ ${webQuery(words)(parameters)}) x`;

/**
 * Articles, statements, actors and events that match words as a web search box takes them, best first. Where more than a thousand do,
 * all are counted, and those of the newest articles are listed: at least a thousand of articles and statements, and all actors and events.
 */
export function listHits(words: string): Listing & { readonly snippet: string } {
  return {
    name: 'search',
    entity: {
      table: 'search_entry',
      alias: 'x',
      columns: `initcap(x.kind::text) AS type, x.id, -x.rank AS score, x.kind AS "#kind", x.words AS "#words",
        x.beginnings AS "#beginnings", x.any_beginning AS "#any_beginning", x.has_phrase AS "#has_phrase", x.any_word AS "#any_word"`,
    },
    from: ranked(words),
    countedFrom: found(words),
    order: [
      { expression: 'x.rank', type: 'float8' },
      { expression: 'x.id', type: 'uuid' },
    ],
    direction: 'ASC',
    // By a value and not by EXISTS, for which all statements there are would be read first.
    conditions: [
      () => `(x.kind <> 'STATEMENT' OR (SELECT s.review FROM statement s WHERE s.id = x.id) IN ${STANDING})`,
      () => `(x.kind <> 'ACTOR' OR (SELECT c.merged_into_id FROM actor c WHERE c.id = x.id) IS NULL)`,
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
