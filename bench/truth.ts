import type { Pool } from 'pg';
import type { CorpusRecords } from '../src/domain/records.ts';
import type { SyntheticArticle } from './synthetic/article.ts';

/**
 * Keeps beside the store, in a table of the benchmark's own, which act of saying each statement truly renders. The product
 * never sees it.
 *
 * @param records what was made of the articles, in the same order
 */
export async function keepTruth(
  pool: Pool,
  articles: readonly SyntheticArticle[],
  { statements }: CorpusRecords,
): Promise<void> {
  const utterances = articles.flatMap(({ quotations }) => quotations.map(({ utterance }) => utterance));
  await pool.query('CREATE TABLE IF NOT EXISTS truth (statement_id uuid PRIMARY KEY, utterance text)');
  await pool.query('INSERT INTO truth SELECT * FROM unnest($1::uuid[], $2::text[])', [
    statements.map(({ id }) => id),
    utterances,
  ]);
}
