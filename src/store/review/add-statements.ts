import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { beginRevision, inWriteTransaction, type RevisionNote } from '../write-transaction.ts';
import { compareAgain } from './compare-again.ts';
import { insertBuilt } from './insert-built.ts';
import type { BuiltStatement } from './recordable-article.ts';

/** Statements to add, as they are worked out inside the transaction that adds them. */
export interface StatementsToAdd<Told> {
  /** Of current versions, none of them recorded already. */
  readonly built: readonly BuiltStatement[];
  readonly note: RevisionNote;
  /** Whatever else was found. */
  readonly told: Told;
}

/**
 * Adds statements: all of them in one revision, or none. Where there are none to add there is no revision.
 *
 * @throws whatever `work` throws, and then nothing was changed
 */
export function addStatements<Told>(
  store: Store,
  work: (tx: Transaction) => Promise<StatementsToAdd<Told>>,
): Promise<{ readonly revision: number | null; readonly told: Told }> {
  return inWriteTransaction(store, async (tx) => {
    const { built, note, told } = await work(tx);
    if (built.length === 0) return { revision: null, told };
    const revision = await beginRevision(tx, note);
    await insertBuilt(tx, built, revision);
    await compareAgain(tx, [...new Set(built.map(({ statement }) => statement.articleId))], revision);
    return { revision, told };
  });
}
