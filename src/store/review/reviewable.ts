import { VerbatimError } from '../../domain/errors.ts';
import { stateAfter, statesBefore } from '../../domain/review-rules.ts';
import type { ReviewAction, ReviewState } from '../../domain/vocabulary.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Transaction } from '../transaction.ts';

/** A statement that an action may be done to, and what becomes of it. */
export interface Reviewable {
  readonly statement: Prisma.StatementGetPayload<object>;
  readonly after: ReviewState;
}

/**
 * The statement that somebody wants to review.
 *
 * @param ifRevision the revision in which it was last reviewed or recorded when they read it
 * @throws VerbatimError NOT_FOUND, CONFLICT when somebody else reviewed it since, BAD_USER_INPUT when the action cannot be done
 */
export async function reviewable(
  tx: Transaction,
  statementId: string,
  ifRevision: number,
  action: ReviewAction,
): Promise<Reviewable> {
  const statement = await tx.statement.findUnique({ where: { id: statementId } });
  if (!statement)
    throw new VerbatimError('NOT_FOUND', 'There is no statement of this id. Query.statements lists them.');
  if (statement.reviewedIn !== ifRevision) {
    const by = await tx.revision.findUnique({ where: { number: statement.reviewedIn } });
    throw new VerbatimError(
      'CONFLICT',
      `The statement is ${statement.review} since revision ${String(statement.reviewedIn)} (${by?.author ?? 'unknown'}), ` +
        `and "ifRevision" is ${String(ifRevision)}. Nothing was changed: read it again, and decide on what it says now.`,
    );
  }
  const after = stateAfter(action, statement.review);
  if (after === null) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${action} can be done to a statement that is ${statesBefore(action).join(' or ')}; this one is ${statement.review}.`,
    );
  }
  return { statement, after };
}
