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

/** Of each key so many places are read; a key with more tells little, and is left out where there are others. */
const COMMON = 100;
/** So many texts are looked at: those that have most of the words, and those that have most of them in one sentence. */
const MOST_TEXTS = 10;
/** In each of them so many sentences. */
const MOST_SENTENCES = 8;

const BY_KEYS: SqlStatement = {
  name: 'passages-by-keys',
  text: `WITH found AS (
     SELECT k.key, p.version, p.sentence, p.places
     FROM unnest($1::int[]) AS k (key) CROSS JOIN LATERAL (
       SELECT version, sentence, count(*) OVER () AS places
       FROM (SELECT version, sentence FROM passage_key WHERE key = k.key LIMIT ${String(COMMON)}) first_places
     ) p
   ), rarest AS (
     SELECT min(places) AS places FROM found
   ), hit AS (
     SELECT key, version, sentence, 1 / (1 + ln(found.places)) AS weight
     FROM found, rarest WHERE found.places < ${String(COMMON)} OR rarest.places = ${String(COMMON)}
   ), sentence_score AS (
     SELECT version, sentence, sum(weight) AS score FROM hit GROUP BY version, sentence
   ), whole_score AS (
     SELECT version, sum(weight) AS score FROM (SELECT DISTINCT version, key, weight FROM hit) distinct_keys GROUP BY version
   ), best AS (
     SELECT s.version, (array_agg(s.sentence ORDER BY s.score DESC, s.sentence))[:${String(MOST_SENTENCES)}] AS sentences,
       row_number() OVER (ORDER BY w.score DESC, s.version) AS by_whole,
       row_number() OVER (ORDER BY max(s.score) DESC, s.version) AS by_sentence
     FROM sentence_score s JOIN whole_score w ON w.version = s.version GROUP BY s.version, w.score
   )
   SELECT v.id AS "versionId", v.article_id AS "articleId", v.text, best.sentences,
     v.sentence_starts AS "sentenceStarts", v.sentence_ends AS "sentenceEnds", rarest.places::int AS rarest
   FROM best CROSS JOIN rarest JOIN indexed_version i ON i.number = best.version JOIN article_version v ON v.id = i.version_id
   WHERE best.by_whole <= ${String(MOST_TEXTS)} OR best.by_sentence <= ${String(MOST_TEXTS)}
   ORDER BY best.by_whole`,
};

const BY_PHRASE: SqlStatement = {
  name: 'passages-by-phrase',
  text: `SELECT v.id AS "versionId", v.article_id AS "articleId", v.text, NULL AS sentences,
     v.sentence_starts AS "sentenceStarts", v.sentence_ends AS "sentenceEnds"
   FROM search_entry x JOIN article a ON a.id = x.id JOIN article_version v ON v.id = a.current_version_id
   WHERE x.kind = 'ARTICLE' AND x.vector @@ phraseto_tsquery('english'::regconfig, $1) ORDER BY a.ordinal LIMIT ${String(MOST_TEXTS)}`,
};

/**
 * Where some words may stand, in all versions of all articles, in the same words or in like ones; most promising first.
 *
 * A text that holds the words themselves has all of their keys. Keys whose places are read in full are enough to
 * find it: by these no other text has more. Words of which every pair is common, or a single word, are looked up as a phrase in the
 * current texts instead.
 */
export async function findPassages(sql: SqlClient, words: string): Promise<FoundPassages> {
  const keys = [...keySetOf(contentWords(words))];
  const rows = keys.length === 0 ? [] : await sql.query<PassageRow & { readonly rarest: number }>(BY_KEYS, [keys]);
  const [first] = rows;
  if (keys.length > 0 && (!first || first.rarest < COMMON)) return { passages: rows, isExhaustive: true };
  const phrases = await sql.query<PassageRow>(BY_PHRASE, [words]);
  return { passages: [...phrases, ...rows], isExhaustive: keys.length === 0 && phrases.length > 0 };
}
