import { VerbatimError } from '../../domain/errors.ts';
import type { RelationType } from '../../domain/vocabulary.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { beginRevision, inWriteTransaction, type Author } from '../write-transaction.ts';

/** Which relation: "the one at `fromId` SUPERSEDES the one at `toId`". */
export interface RelationReference {
  readonly fromId: string;
  readonly toId: string;
  readonly type: RelationType;
}

/**
 * Says how one statement bears on another; what a comparison had proposed becomes theirs who say it.
 *
 * @returns the new revision
 * @throws VerbatimError NOT_FOUND, CONFLICT when a person has related them so already, BAD_USER_INPUT for one statement
 */
export function relateStatements(
  store: Store,
  author: Author,
  { fromId, toId, type, rationale }: RelationReference & { readonly rationale: string },
): Promise<number> {
  if (fromId === toId) throw new VerbatimError('BAD_USER_INPUT', 'A statement bears no relation to itself. Give two.');
  return inWriteTransaction(store, async (tx) => {
    await assertStatements(tx, [fromId, toId]);
    const known = await tx.statementRelation.findUnique({ where: { fromId_toId_type: { fromId, toId, type } } });
    if (known?.origin === 'CURATED' && known.withdrawnIn === null) {
      throw new VerbatimError('CONFLICT', `They are related as ${type} already: ${known.rationale}`);
    }
    const revision = await beginRevision(tx, { summary: 'relate two statements', author });
    const said = { rationale, origin: 'CURATED', withdrawnIn: null } as const;
    await tx.statementRelation.upsert({
      where: { fromId_toId_type: { fromId, toId, type } },
      create: { fromId, toId, type, ...said },
      update: said,
    });
    return revision;
  });
}

/**
 * Withdraws a relation, whoever said it; a comparison does not propose it again.
 *
 * @returns the new revision
 * @throws VerbatimError NOT_FOUND when none stands
 */
export function withdrawRelation(store: Store, author: Author, relation: RelationReference): Promise<number> {
  const { fromId, toId, type } = relation;
  return inWriteTransaction(store, async (tx) => {
    const where = { fromId_toId_type: { fromId, toId, type } };
    const known = await tx.statementRelation.findUnique({ where });
    if (known?.withdrawnIn !== null) {
      throw new VerbatimError('NOT_FOUND', `No relation ${type} from the one to the other stands.`);
    }
    const revision = await beginRevision(tx, { summary: 'withdraw a relation of two statements', author });
    await tx.statementRelation.update({ where, data: { origin: 'CURATED', withdrawnIn: revision } });
    return revision;
  });
}

async function assertStatements(tx: Transaction, ids: readonly string[]): Promise<void> {
  const found = await tx.statement.count({ where: { id: { in: [...ids] } } });
  if (found < ids.length) throw new VerbatimError('NOT_FOUND', 'One of the statements is not there.');
}
