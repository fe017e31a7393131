import { VerbatimError } from '../../domain/errors.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { beginRevision, inWriteTransaction, type Author } from '../write-transaction.ts';
import type { WrittenStatementResult } from './add-statement.ts';
import { compareAgain } from './compare-again.ts';
import { insertBuilt } from './insert-built.ts';
import { recordReview } from './record-review.ts';
import { recordableArticle, type BuildStatement } from './recordable-article.ts';
import { reviewable } from './reviewable.ts';

/** Which statement somebody corrects, and why. */
export interface Correction {
  readonly statementId: string;
  /** The revision in which it was last reviewed or recorded when they read it. */
  readonly ifRevision: number;
  readonly reason: string;
}

/**
 * Puts another statement in the place of one. What people have said of the old one goes on to the new one: its utterance; the
 * events whose words it still holds; its relations, unless it now says the opposite.
 *
 * @returns the new statement
 * @throws VerbatimError NOT_FOUND, CONFLICT when somebody else reviewed it since, BAD_USER_INPUT when it stands no longer or the
 *   correction changes nothing; whatever `build` throws
 */
export function correctStatement(
  store: Store,
  author: Author,
  { statementId, ifRevision, reason }: Correction,
  build: BuildStatement,
): Promise<WrittenStatementResult> {
  return inWriteTransaction(store, async (tx) => {
    const { statement: old, after } = await reviewable(tx, statementId, ifRevision, 'CORRECT');
    const built = build(await recordableArticle(tx, old.articleId));
    const replacementId = built.statement.id;
    if (replacementId === statementId) {
      throw new VerbatimError(
        'BAD_USER_INPUT',
        'The correction says what the statement says already. Nothing was changed.',
      );
    }
    const known = await tx.statement.findUnique({ where: { id: replacementId } });
    if (known?.review === 'ACCEPTED' || known?.review === 'PROPOSED') {
      throw new VerbatimError(
        'CONFLICT',
        `A statement that says this stands already and is ${known.review}: retract or reject the other one.`,
      );
    }
    const revision = await beginRevision(tx, { summary: 'correct a statement', author });
    if (known) {
      const restored = { statementId: replacementId, revision, action: 'RESTORE', stateBefore: known.review } as const;
      await recordReview(tx, { ...restored, stateAfter: 'ACCEPTED', reason, replacementId: null });
    } else {
      await insertBuilt(tx, [built], revision);
    }
    await handOver(tx, old, replacementId);
    const corrected = { statementId, revision, action: 'CORRECT', stateBefore: old.review } as const;
    await recordReview(tx, { ...corrected, stateAfter: after, reason, replacementId });
    await compareAgain(tx, [old.articleId], revision);
    return { revision, statementId: replacementId };
  });
}

type StoredStatement = Prisma.StatementGetPayload<object>;

/** Gives what people have said of one statement to the one in its place. */
async function handOver(tx: Transaction, old: StoredStatement, toId: string): Promise<void> {
  if (old.utteranceOrigin === 'CURATED') {
    const { utteranceId, utteranceOrigin } = old;
    await tx.statement.update({ where: { id: toId }, data: { utteranceId, utteranceOrigin } });
  }
  await tx.$executeRaw`
    INSERT INTO statement_event (statement_id, event_id, quote_id, article_id)
    SELECT ${toId}::uuid, e.event_id, e.quote_id, e.article_id FROM statement_event e JOIN quote q ON q.id = e.quote_id
    WHERE e.statement_id = ${old.id}::uuid AND e.withdrawn_in IS NULL AND EXISTS (
      SELECT FROM statement_content c JOIN quote held ON held.id = c.quote_id
      WHERE c.statement_id = ${toId}::uuid AND held.version_id = q.version_id
        AND held.start_offset <= q.start_offset AND q.end_offset <= held.end_offset
    ) ON CONFLICT DO NOTHING`;
  const now = await tx.statement.findUniqueOrThrow({ where: { id: toId }, select: { polarity: true } });
  if (now.polarity !== old.polarity) return;
  await tx.$executeRaw`
    INSERT INTO statement_relation (from_id, to_id, type, rationale, origin)
    SELECT CASE WHEN from_id = ${old.id}::uuid THEN ${toId}::uuid ELSE from_id END,
      CASE WHEN to_id = ${old.id}::uuid THEN ${toId}::uuid ELSE to_id END, type, rationale, origin
    FROM statement_relation WHERE ${old.id}::uuid IN (from_id, to_id) AND ${toId}::uuid NOT IN (from_id, to_id)
      AND origin = 'CURATED' AND withdrawn_in IS NULL
    ON CONFLICT DO NOTHING`;
}
