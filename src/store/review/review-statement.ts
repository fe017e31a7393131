import { VerbatimError } from '../../domain/errors.ts';
import type { ReviewAction } from '../../domain/vocabulary.ts';
import type { Store } from '../store.ts';
import { beginRevision, inWriteTransaction, type Author } from '../write-transaction.ts';
import { compareAgain } from './compare-again.ts';
import { recordReview } from './record-review.ts';
import { reviewable } from './reviewable.ts';

/** What somebody decides on a statement. */
export interface StatementReview {
  readonly statementId: string;
  /** The revision in which it was last reviewed or recorded when they read it. */
  readonly ifRevision: number;
  readonly action: Exclude<ReviewAction, 'CORRECT'>;
  readonly reason: string | null;
}

const DONE: Readonly<Record<StatementReview['action'], string>> = {
  ACCEPT: 'accept',
  REJECT: 'reject',
  RETRACT: 'retract',
  RESTORE: 'restore',
};

/**
 * Accepts, rejects, retracts or restores a statement.
 *
 * @returns the new revision
 * @throws VerbatimError NOT_FOUND, CONFLICT when somebody else reviewed it since, BAD_USER_INPUT when the action cannot be done
 */
export function reviewStatement(store: Store, author: Author, review: StatementReview): Promise<number> {
  const { statementId, ifRevision, action, reason } = review;
  if (action === 'RETRACT' && reason === null) {
    throw new VerbatimError('BAD_USER_INPUT', 'A retraction needs its reason: readers will see it.');
  }
  return inWriteTransaction(store, async (tx) => {
    const { statement, after } = await reviewable(tx, statementId, ifRevision, action);
    const revision = await beginRevision(tx, { summary: `${DONE[action]} a statement`, author });
    await recordReview(tx, {
      statementId,
      revision,
      action,
      stateBefore: statement.review,
      stateAfter: after,
      reason,
      replacementId: null,
    });
    // An accepted proposal stood before, and was compared when it was recorded.
    if (action !== 'ACCEPT') await compareAgain(tx, [statement.articleId], revision);
    return revision;
  });
}
