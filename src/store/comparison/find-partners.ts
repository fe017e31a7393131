import { keySetOf } from '../../compare/passage-keys.ts';
import type { ComparedText } from '../../compare/compared-text.ts';
import { intArray } from '../int-array.ts';
import type { Transaction } from '../transaction.ts';

/** Keys that more sentences have tell nothing. */
const COMMON = 64;
/** Weights are whole numbers of so many parts: sums of fractions would depend on the order in which a database adds them up. */
const PARTS = 1_000_000;
/** What the keys that a sentence shares with another article must weigh together; one that few sentences have weighs nearly 1. */
const LEAST_WEIGHT = 1.5 * PARTS;
/** The most articles that one is compared with: those that share most with it. */
const MOST_PARTNERS = 8;
/** So many versions are looked at for them; those that are not current, and the article's own, fall away. */
const MOST_VERSIONS = 4 * MOST_PARTNERS;

/**
 * The articles whose current texts have sentences that may be this one's in other words, most promising first.
 *
 * What it costs is bounded by the length of the text, however large the corpus: of each key a bounded number of places is read.
 */
export async function findPartners(tx: Transaction, articleId: string, text: ComparedText): Promise<string[]> {
  const asked = text.wordsOfSentences.flatMap((words, part) => [...keySetOf(words)].map((key) => ({ key, part })));
  if (asked.length === 0) return [];
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH asked AS (
      SELECT * FROM unnest(${intArray(asked.map(({ key }) => key))}::int[], ${intArray(asked.map(({ part }) => part))}::int[]) AS t (key, part)
    ), rare AS (
      SELECT DISTINCT k.key, p.version, round(${PARTS} / ln(1 + p.places))::int AS weight
      FROM (SELECT DISTINCT key FROM asked) k CROSS JOIN LATERAL (
        SELECT version, count(*) OVER () AS places
        FROM (SELECT version FROM passage_key WHERE key = k.key LIMIT ${COMMON + 1}) first_places
      ) p
      WHERE p.places <= ${COMMON}
    ), close AS (
      SELECT a.part, r.version, sum(r.weight) AS weight
      FROM asked a JOIN rare r ON r.key = a.key GROUP BY a.part, r.version HAVING sum(r.weight) >= ${LEAST_WEIGHT}
    ), closest AS (
      SELECT version, max(weight) AS weight FROM close GROUP BY version ORDER BY weight DESC, version LIMIT ${MOST_VERSIONS}
    )
    SELECT a.id::text AS id FROM closest c
    JOIN indexed_version i ON i.number = c.version JOIN article_version v ON v.id = i.version_id
    JOIN article a ON a.id = v.article_id AND a.current_version_id = v.id
    WHERE a.id <> ${articleId}::uuid
    ORDER BY c.weight DESC, a.ordinal LIMIT ${MOST_PARTNERS}`;
  return rows.map(({ id }) => id);
}
