import { planComparison } from '../comparison/plan-comparison.ts';
import { applyPlans } from '../plan.ts';
import type { Transaction } from '../transaction.ts';

/** Compares articles with the rest of the corpus, after statements of theirs came to stand or stand no longer. */
export async function compareAgain(tx: Transaction, articleIds: readonly string[], revision: number): Promise<void> {
  if (articleIds.length > 0) await applyPlans(await planComparison(tx, articleIds), revision);
}
