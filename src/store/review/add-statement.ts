import { VerbatimError } from '../../domain/errors.ts';
import type { Store } from '../store.ts';
import { beginRevision, inWriteTransaction, type Author } from '../write-transaction.ts';
import { compareAgain } from './compare-again.ts';
import { insertBuilt } from './insert-built.ts';
import { recordableArticle, type BuildStatement } from './recordable-article.ts';

/** What became of a statement that somebody wrote. */
export interface WrittenStatementResult {
  readonly revision: number;
  readonly statementId: string;
}

/**
 * Adds a statement of an article's current version, as accepted by whoever writes it.
 *
 * @throws VerbatimError NOT_FOUND, CONFLICT when the very same statement is recorded already; whatever `build` throws
 */
export function addStatement(
  store: Store,
  author: Author,
  articleId: string,
  build: BuildStatement,
): Promise<WrittenStatementResult> {
  return inWriteTransaction(store, async (tx) => {
    const built = build(await recordableArticle(tx, articleId));
    const known = await tx.statement.findUnique({ where: { id: built.statement.id } });
    if (known) {
      throw new VerbatimError(
        'CONFLICT',
        `The same statement is recorded already and is ${known.review}${known.review === 'ACCEPTED' ? '.' : ': review that one.'}`,
      );
    }
    const revision = await beginRevision(tx, { summary: 'add a statement', author });
    await insertBuilt(tx, [built], revision);
    await compareAgain(tx, [articleId], revision);
    return { revision, statementId: built.statement.id };
  });
}
