import { VerbatimError } from '../../domain/errors.ts';
import { ownUtterance } from '../../domain/identity.ts';
import { insertStatements } from '../plan-statements.ts';
import type { Transaction } from '../transaction.ts';
import type { BuiltStatement } from './recordable-article.ts';
import { insertRows } from '../insert-rows.ts';

/**
 * Records a new statement with its evidence. It renders an utterance of its own until a comparison or a person says otherwise.
 *
 * @throws VerbatimError CONFLICT when a new actor's slug is another one's already
 */
export async function insertStatement(
  tx: Transaction,
  { statement, quotes, dates, actors, mentions }: BuiltStatement,
  revision: number,
): Promise<void> {
  const taken = await tx.actor.findFirst({ where: { id: { in: actors.map(({ id }) => id) } } });
  if (taken) {
    throw new VerbatimError(
      'CONFLICT',
      `${taken.slug} is the slug of an actor already (${taken.name}). Name that one by "actor", or give the new one another slug.`,
    );
  }
  // A quote or date that is there already is the same one.
  await insertRows(tx, 'quote', quotes, 'ignore');
  await insertRows(
    tx,
    'actor',
    actors.map((row) => ({ ...row, revision })),
  );
  await insertRows(tx, 'actor_mention', mentions, 'ignore');
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
  const last = await tx.utterance.findFirst({ select: { ordinal: true }, orderBy: { ordinal: 'desc' } });
  const speaker = await tx.actor.findUniqueOrThrow({ where: { id: statement.speakerId } });
  const speakerId = speaker.mergedIntoId ?? speaker.id;
  const utteranceId = ownUtterance(statement.id);
  await insertRows(
    tx,
    'utterance',
    [{ id: utteranceId, speakerId, saidId: statement.saidId, ordinal: (last?.ordinal ?? 0) + 1, revision }],
    'ignore',
  );
  await insertStatements(
    tx,
    [{ ...statement, speakerId, utteranceId, utteranceOrigin: 'EXTRACTED', events: [] }],
    revision,
  );
  await refreshFound(tx, [statement.id, ...mentions.map(({ actorId }) => actorId), ...actors.map(({ id }) => id)]);
}

/** Lets search find what is new of some entities. */
async function refreshFound(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT refresh_search(${ids}::uuid[])`;
}
