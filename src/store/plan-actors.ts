import type { CorpusRecords } from '../domain/records.ts';
import { planAdditions, planEntities, type Plan } from './plan.ts';
import type { Transaction } from './transaction.ts';
import { insertRows } from './insert-rows.ts';

/** The actors of a write and what they are merged into. */
export interface PlannedActors {
  readonly plans: readonly Plan[];
  /** The one under whom an actor stands once it is written: itself, unless it is merged. */
  readonly standing: (actorId: string) => string;
}

/**
 * Actors, with the merges that the write proposes for those that are new. Of an actor that is stored already the merges are
 * left as they are: somebody may have undone them.
 */
export async function planActors(tx: Transaction, records: CorpusRecords): Promise<PlannedActors> {
  const ids = new Set([
    ...records.actors.map(({ id }) => id),
    ...(records.merges ?? []).map(({ intoId }) => intoId),
    ...records.statements.map(({ speakerId }) => speakerId),
  ]);
  const stored = await tx.actor.findMany({ where: { id: { in: [...ids] } } });
  const known = new Set(stored.map(({ id }) => id));
  const merges = (records.merges ?? []).filter(({ actorId }) => !known.has(actorId));
  const into = new Map([
    ...stored.flatMap(({ id, mergedIntoId }) => (mergedIntoId === null ? [] : [[id, mergedIntoId] as const])),
    ...merges.map(({ actorId, intoId }) => [actorId, intoId] as const),
  ]);
  const standing = (actorId: string): string => {
    const next = into.get(actorId);
    return next === undefined ? actorId : standing(next);
  };
  const mergedIntoId = (id: string) => (into.has(id) ? standing(id) : null);
  return {
    standing,
    plans: [
      planEntities({
        subject: 'actors',
        wanted: records.actors,
        stored,
        // Those that others are merged into first.
        insert: async (rows, revision) => {
          const data = rows.map((row) => ({ ...row, mergedIntoId: mergedIntoId(row.id), revision }));
          await insertRows(
            tx,
            'actor',
            data.filter((row) => row.mergedIntoId === null),
          );
          await insertRows(
            tx,
            'actor',
            data.filter((row) => row.mergedIntoId !== null),
          );
        },
        update: ({ id, name, kind, nameKey }) => tx.actor.update({ where: { id }, data: { name, kind, nameKey } }),
      }),
      planAdditions({
        subject: 'merges of actors',
        wanted: merges,
        stored: new Set(),
        key: ({ actorId }) => actorId,
        insert: (rows, revision) =>
          insertRows(
            tx,
            'actor_merge',
            rows.map((row) => ({ ...row, revision })),
          ),
      }),
    ],
  };
}
