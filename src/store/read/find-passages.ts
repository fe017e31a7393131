import { keySetOf } from '../../compare/passage-keys.ts';
import { contentWords } from '../../text/content-words.ts';
import type { SqlClient, SqlStatement } from '../sql.ts';

/** A version of an article with the sentences of it that may hold some words. */
export interface PassageRow {
  readonly versionId: string;
  readonly articleId: string;
  readonly text: string;
  /** Numbers of the sentences, from 0, most promising first; null where the whole text is to be looked through. */
  readonly sentences: readonly number[] | null;
  /** Code points. */
  readonly sentenceStarts: readonly number[];
  readonly sentenceEnds: readonly number[];
}

/** What was found, and whether a place that holds the words themselves cannot have been missed. */
export interface FoundPassages {
  readonly passages: readonly PassageRow[];
  readonly isExhaustive: boolean;
}

/** Of each key so many places are read. */
const MOST_PLACES = 1_000;
/** So many places of all keys are read, those of the rarest keys first; of so few keys all. */
const MOST_IN_ALL = 2_500;
/** So few places of a key are looked at, though nothing else of the words is near. */
const FEW = 20;
/**
 * So many texts are looked at: those that have the words in one sentence, those that have them in several, and those in which
 * all of them occur.
 */
const MOST_TEXTS = 10;
/** Of the texts in which all of the words occur so many are looked through for the words in a row. */
const MOST_LOOKED_THROUGH = 300;
/** Of a long quotation so many keys, from its beginning to its end, are enough to find what is like it. */
const MOST_KEYS = 40;
/** Of so few keys any one will do, of more it takes two in a sentence. */
const FEW_KEYS = 3;
/** Scores are whole numbers of so many parts: sums of fractions would depend on the order in which they are added up. */
const PARTS = 1_000_000;
/** In each of them so many sentences. */
const MOST_SENTENCES = 8;

const BY_KEYS: SqlStatement = {
  name: 'passages-by-keys',
  text: `WITH counted AS (
     SELECT k.key, (SELECT count(*) FROM (SELECT FROM passage_key WHERE key = k.key LIMIT ${String(MOST_PLACES)}) places) AS places
     FROM unnest($4::int[]) AS k (key)
   ), weighed AS MATERIALIZED (
     SELECT key, places, round(${String(PARTS)} / (1 + ln(places)))::int AS weight,
       row_number() OVER rising = 1 AS is_rarest, sum(places) OVER rising <= ${String(MOST_IN_ALL)} OR row_number() OVER rising <= ${String(FEW_KEYS)} AS is_read
     FROM counted WHERE places > 0 WINDOW rising AS (ORDER BY places, key)
   ), rarest AS (
     SELECT key, places FROM weighed WHERE is_rarest
   ), with_all AS (
     SELECT DISTINCT f.version FROM rarest JOIN passage_key f ON f.key = rarest.key
     WHERE rarest.places < ${String(MOST_PLACES)} AND NOT EXISTS (
       SELECT FROM unnest($1::int[]) AS k (key)
       WHERE (SELECT q.key FROM passage_key q WHERE q.key = k.key AND q.version = f.version LIMIT 1) IS NULL
     ) LIMIT ${String(MOST_LOOKED_THROUGH)}
   ), whole AS (
     SELECT w.version, row_number() OVER (ORDER BY position($3 in lower(v.text)) = 0, w.version) AS place
     FROM with_all w JOIN indexed_version i ON i.number = w.version JOIN article_version v ON v.id = i.version_id
     ORDER BY place LIMIT ${String(MOST_TEXTS + 1)}
   ), likely AS MATERIALIZED (
     SELECT p.version, p.sentence, sum(k.weight) AS score
     FROM weighed k CROSS JOIN LATERAL (SELECT version, sentence FROM passage_key WHERE key = k.key LIMIT ${String(MOST_PLACES)}) p
     WHERE k.is_read GROUP BY p.version, p.sentence HAVING count(*) >= $2 OR min(k.places) < ${String(FEW)}
   ), scored AS MATERIALIZED (
     SELECT version, sum(score) AS by_whole, max(score) AS by_sentence FROM likely GROUP BY version
   ), chosen AS (
     (SELECT version FROM scored ORDER BY by_whole DESC, version LIMIT ${String(MOST_TEXTS)})
     UNION
     (SELECT version FROM scored ORDER BY by_sentence DESC, version LIMIT ${String(MOST_TEXTS)})
   ), best AS (
     SELECT whole.version, true AS is_whole, whole.place AS rank, ARRAY(
       SELECT q.sentence FROM unnest($1::int[]) AS k (key)
       CROSS JOIN LATERAL (SELECT sentence FROM passage_key WHERE key = k.key AND version = whole.version) q
       GROUP BY q.sentence ORDER BY count(*) DESC, q.sentence
     ) AS sentences FROM whole
     UNION ALL
     SELECT version, false, -max(score), array_agg(sentence ORDER BY score DESC, sentence) FROM likely
     WHERE version IN (SELECT version FROM chosen) AND version NOT IN (SELECT version FROM whole) GROUP BY version
   )
   SELECT v.id AS "versionId", v.article_id AS "articleId", v.text, best.sentences[:${String(MOST_SENTENCES)}] AS sentences,
     v.sentence_starts AS "sentenceStarts", v.sentence_ends AS "sentenceEnds", best.is_whole AS "isWhole",
     rarest.places::int AS rarest
   FROM rarest LEFT JOIN (
     best JOIN indexed_version i ON i.number = best.version JOIN article_version v ON v.id = i.version_id
   ) ON true
   ORDER BY best.is_whole DESC, best.rank, best.version`,
};

const BY_PHRASE: SqlStatement = {
  name: 'passages-by-phrase',
  text: `WITH looked_through AS MATERIALIZED (
     SELECT id, vector FROM search_entry WHERE kind = 'ARTICLE' AND vector @@ plainto_tsquery('english'::regconfig, $1) LIMIT ${String(MOST_LOOKED_THROUGH)}
   )
   SELECT v.id AS "versionId", v.article_id AS "articleId", v.text, NULL AS sentences,
     v.sentence_starts AS "sentenceStarts", v.sentence_ends AS "sentenceEnds"
   FROM looked_through x JOIN article a ON a.id = x.id JOIN article_version v ON v.id = a.current_version_id
   WHERE x.vector @@ phraseto_tsquery('english'::regconfig, $1) ORDER BY a.ordinal LIMIT ${String(MOST_TEXTS)}`,
};

/**
 * Where some words may stand, in all versions of all articles, in the same words or in like ones; most promising first.
 *
 * A text that holds the words themselves has all of their keys. It is found by the rarest of them; only where even that one has
 * more places than are read, or very many texts have all of the words, a place can be missed. Words of which no two tell
 * anything are looked up as a phrase in the current texts instead.
 */
export async function findPassages(sql: SqlClient, words: string): Promise<FoundPassages> {
  const keys = [...keySetOf(contentWords(words))];
  if (keys.length === 0) {
    const passages = await sql.query<PassageRow>(BY_PHRASE, [words]);
    return { passages, isExhaustive: passages.length > 0 };
  }
  const rows = await sql.query<KeyedRow>(BY_KEYS, [
    keys,
    keys.length > FEW_KEYS ? 2 : 1,
    withoutMarksAround(words).toLowerCase(),
    spread(keys, MOST_KEYS),
  ]);
  const passages = rows.filter((row): row is KeyedRow & PassageRow => row.versionId !== null);
  const isFew = passages.filter(({ isWhole }) => isWhole).length <= MOST_TEXTS;
  return { passages, isExhaustive: isFew && rows.every(({ rarest }) => rarest < MOST_PLACES) };
}

/** So many of some items, from the first to the last at even distances. */
const spread = <Item>(items: readonly Item[], most: number): Item[] =>
  items.filter(
    (_, index) => Math.floor((index * most) / items.length) !== Math.floor(((index - 1) * most) / items.length),
  );

/** Words from the first letter or digit to the last. */
function withoutMarksAround(words: string): string {
  const characters = [...words];
  const [first, last] = [characters.findIndex(isLetter), characters.findLastIndex(isLetter)];
  return characters.slice(Math.max(0, first), last + 1).join('');
}

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** A row without a passage tells how many places the rarest key has where nothing was likely enough. */
type KeyedRow = { readonly rarest: number; readonly isWhole: boolean } & (PassageRow | { readonly versionId: null });
