import type { Transaction } from './transaction.ts';

/**
 * Flags the statements of articles that got a new version: a statement is as well evidenced as the worst of its content quotes
 * is anchored in the current version. Statements whose words are gone stay what they are, and say so.
 */
export async function judgeEvidence(tx: Transaction, articleIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    WITH RECURSIVE step AS (
      SELECT c.statement_id, q.id AS quote_id, q.version_id, 'ANCHORED'::anchor_state AS state
      FROM statement s JOIN statement_content c ON c.statement_id = s.id JOIN quote q ON q.id = c.quote_id
      WHERE s.article_id = ANY (${articleIds}::uuid[])
      UNION ALL
      SELECT step.statement_id, a.target_id, a.version_id,
        CASE WHEN a.state = 'ORPHANED' THEN a.state WHEN step.state = 'MOVED' THEN step.state ELSE a.state END
      FROM step JOIN quote_anchor a ON a.quote_id = step.quote_id
    ), worst AS (
      -- The states are ordered from the best to the worst.
      SELECT step.statement_id, max(step.state) AS state
      FROM step JOIN article_version v ON v.id = step.version_id JOIN article a ON a.id = v.article_id
      WHERE step.state = 'ORPHANED' OR step.version_id = a.current_version_id
      GROUP BY step.statement_id
    )
    UPDATE statement s SET evidence = worst.state FROM worst WHERE s.id = worst.statement_id AND s.evidence <> worst.state`;
}
