import { VerbatimError } from '../../domain/errors.ts';
import { nameSpeakers } from '../comparison/plan-comparison.ts';
import type { Store } from '../store.ts';
import type { Transaction } from '../transaction.ts';
import { beginRevision, inWriteTransaction, type Author } from '../write-transaction.ts';
import { compareAgain } from './compare-again.ts';

/** Of how many articles at most the statements are compared anew at once; of more, `verbatim compare` does. */
const MOST_COMPARED = 100;

/**
 * Says that two actors are one: the first then stands under the second, with all it said, until somebody undoes it.
 *
 * @returns the new revision
 * @throws VerbatimError NOT_FOUND, CONFLICT when the first is merged already or both are one
 */
export function mergeActors(
  store: Store,
  author: Author,
  { actorId, intoId, reason }: { readonly actorId: string; readonly intoId: string; readonly reason: string },
): Promise<number> {
  return inWriteTransaction(store, async (tx) => {
    const [actor, into] = [await findActor(tx, actorId), await findActor(tx, intoId)];
    if (actor.mergedIntoId !== null) {
      throw new VerbatimError(
        'CONFLICT',
        `${actor.slug} is merged already. Undo that first, or merge the one it stands under.`,
      );
    }
    const root = into.mergedIntoId ?? into.id;
    if (root === actor.id)
      throw new VerbatimError('CONFLICT', `${into.slug} stands under ${actor.slug}: they are one already.`);
    const revision = await beginRevision(tx, { summary: `merge ${actor.slug} into ${into.slug}`, author });
    await tx.actorMerge.create({ data: { actorId, intoId, revision, origin: 'CURATED', reason } });
    await settle(tx, [actor.id, root], revision);
    return revision;
  });
}

/**
 * Undoes the merge of an actor: it stands by itself again, with all it said and those that were merged into it.
 *
 * @returns the new revision
 * @throws VerbatimError NOT_FOUND when there is no such actor, or none of its merges stands
 */
export function unmergeActor(
  store: Store,
  author: Author,
  { actorId, reason }: { readonly actorId: string; readonly reason: string },
): Promise<number> {
  return inWriteTransaction(store, async (tx) => {
    const actor = await findActor(tx, actorId);
    const merge = await tx.actorMerge.findFirst({ where: { actorId, undoneIn: null } });
    if (!merge || actor.mergedIntoId === null) {
      throw new VerbatimError('NOT_FOUND', `${actor.slug} is merged into nobody.`);
    }
    const revision = await beginRevision(tx, { summary: `undo the merge of ${actor.slug}`, author });
    await tx.actorMerge.update({
      where: { actorId_revision: { actorId, revision: merge.revision } },
      data: { undoneIn: revision, undoneBecause: reason },
    });
    await settle(tx, [actor.mergedIntoId], revision);
    return revision;
  });
}

async function findActor(tx: Transaction, id: string) {
  const actor = await tx.actor.findUnique({ where: { id } });
  if (!actor) throw new VerbatimError('NOT_FOUND', 'There is no actor of this id. Query.actors finds actors by name.');
  return actor;
}

/** Puts everybody who stands under some actors under whom the standing merges say, and what they said with them. */
async function settle(tx: Transaction, rootIds: readonly string[], revision: number): Promise<void> {
  const members = await tx.actor.findMany({
    where: { OR: [{ id: { in: [...rootIds] } }, { mergedIntoId: { in: [...rootIds] } }] },
    select: { id: true, mergedIntoId: true },
  });
  const merges = await tx.actorMerge.findMany({
    where: { actorId: { in: members.map(({ id }) => id) }, undoneIn: null },
  });
  const next = new Map(merges.map(({ actorId, intoId }) => [actorId, intoId]));
  const rootOf = (id: string): string => {
    const into = next.get(id);
    return into === undefined ? id : rootOf(into);
  };
  const moved = members.flatMap(({ id, mergedIntoId }) => {
    const root = rootOf(id) === id ? null : rootOf(id);
    return root === mergedIntoId ? [] : [{ id, root }];
  });
  for (const { id, root } of moved) await tx.actor.update({ where: { id }, data: { mergedIntoId: root } });
  await settleSpeakers(
    tx,
    moved.map(({ id }) => id),
    rootIds,
    revision,
  );
}

/** Who speaks is whom the last hop of a chain stands under. */
async function settleSpeakers(
  tx: Transaction,
  actorIds: readonly string[],
  rootIds: readonly string[],
  revision: number,
): Promise<void> {
  const changed = await tx.$queryRaw<{ id: string; articleId: string; utteranceId: string }[]>`
    UPDATE statement s SET speaker_id = standing_actor(h.actor_id)
    FROM attribution_hop h
    WHERE h.statement_id = s.id AND h.actor_id = ANY (${actorIds}::uuid[]) AND s.speaker_id <> standing_actor(h.actor_id)
      AND NOT EXISTS (SELECT FROM attribution_hop later WHERE later.statement_id = s.id AND later.position > h.position)
    RETURNING s.id::text AS id, s.article_id::text AS "articleId", s.utterance_id::text AS "utteranceId"`;
  await nameSpeakers(tx, [...new Set(changed.map(({ utteranceId }) => utteranceId))]);
  const refreshed = [...actorIds, ...rootIds, ...changed.map(({ id }) => id)];
  await tx.$executeRaw`SELECT refresh_search(
    ${refreshed}::uuid[] || ARRAY(SELECT coalesce(merged_into_id, id) FROM actor WHERE id = ANY (${actorIds}::uuid[])))`;
  const articleIds = [...new Set(changed.map(({ articleId }) => articleId))];
  if (articleIds.length <= MOST_COMPARED) await compareAgain(tx, articleIds, revision);
}
