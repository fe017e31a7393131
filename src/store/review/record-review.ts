import type { ReviewAction, ReviewState } from '../../domain/vocabulary.ts';
import type { Transaction } from '../transaction.ts';

/** One entry of a statement's history. */
export interface ReviewEntry {
  readonly statementId: string;
  readonly revision: number;
  readonly action: ReviewAction;
  readonly stateBefore: ReviewState;
  readonly stateAfter: ReviewState;
  readonly reason: string | null;
  /** The statement that stands instead of a corrected one. */
  readonly replacementId: string | null;
}

/** Changes the review of a statement, and says so in its history. */
export async function recordReview(tx: Transaction, entry: ReviewEntry): Promise<void> {
  await tx.review.create({ data: entry });
  await tx.statement.update({
    where: { id: entry.statementId },
    data: { review: entry.stateAfter, reviewedIn: entry.revision },
  });
}
