import { VerbatimError } from '../../domain/errors.ts';
import { ownUtterance } from '../../domain/identity.ts';
import { insertRows } from '../insert-rows.ts';
import { insertStatements } from '../plan-statements.ts';
import type { Transaction } from '../transaction.ts';
import type { BuiltStatement } from './recordable-article.ts';

/**
 * Records new statements with their evidence, by as many SQL statements for many as for one. Each renders an utterance of its own
 * until a comparison or a person says otherwise.
 *
 * @param built no two with the same new actor
 * @throws VerbatimError CONFLICT when a new actor's slug is another one's already
 */
export async function insertBuilt(tx: Transaction, built: readonly BuiltStatement[], revision: number): Promise<void> {
  const actors = built.flatMap((one) => one.actors);
  const mentions = built.flatMap((one) => one.mentions);
  const taken = await tx.actor.findFirst({ where: { id: { in: actors.map(({ id }) => id) } } });
  if (taken) {
    throw new VerbatimError(
      'CONFLICT',
      `${taken.slug} is the slug of an actor already (${taken.name}). Name that one by "actor", or give the new one another slug.`,
    );
  }
  // A quote or date that is there already is the same one.
  await insertRows(
    tx,
    'quote',
    built.flatMap(({ quotes }) => quotes),
    'ignore',
  );
  await insertRows(
    tx,
    'actor',
    actors.map((row) => ({ ...row, revision })),
  );
  await insertRows(tx, 'actor_mention', mentions, 'ignore');
  const dates = built.flatMap((one) => one.dates);
  await insertRows(
    tx,
    'sourced_date',
    dates.map(({ quoteIds: _, ...date }) => date),
    'ignore',
  );
  await insertRows(
    tx,
    'sourced_date_quote',
    dates.flatMap(({ id, quoteIds }) => quoteIds.map((quoteId, ordinal) => ({ dateId: id, ordinal, quoteId }))),
    'ignore',
  );
  const statements = await standing(
    tx,
    built.map(({ statement }) => statement),
  );
  const last = await tx.utterance.findFirst({ select: { ordinal: true }, orderBy: { ordinal: 'desc' } });
  await insertRows(
    tx,
    'utterance',
    statements.map(({ id, speakerId, saidId }, index) => ({
      id: ownUtterance(id),
      speakerId,
      saidId,
      ordinal: (last?.ordinal ?? 0) + 1 + index,
      revision,
    })),
    'ignore',
  );
  await insertStatements(
    tx,
    statements.map((statement) => ({
      ...statement,
      utteranceId: ownUtterance(statement.id),
      utteranceOrigin: 'EXTRACTED',
      events: [],
    })),
    revision,
  );
  await refreshFound(tx, [
    ...statements.map(({ id }) => id),
    ...mentions.map(({ actorId }) => actorId),
    ...actors.map(({ id }) => id),
  ]);
}

/** Statements with those as speakers under whom theirs stand. */
async function standing(
  tx: Transaction,
  statements: readonly BuiltStatement['statement'][],
): Promise<BuiltStatement['statement'][]> {
  const ids = [...new Set(statements.map(({ speakerId }) => speakerId))];
  const speakers = await tx.actor.findMany({ where: { id: { in: ids } }, select: { id: true, mergedIntoId: true } });
  const into = new Map(speakers.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]));
  return statements.map((statement) => ({
    ...statement,
    speakerId: into.get(statement.speakerId) ?? statement.speakerId,
  }));
}

/** Lets search find what is new of some entities. */
async function refreshFound(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT refresh_search(${ids}::uuid[])`;
}
