import type { CorpusRecords } from '../domain/records.ts';
import { planEntities, planWithdrawable, type Plan } from './plan.ts';
import type { PlannedActors } from './plan-actors.ts';
import { readOf } from './read-of.ts';
import type { Transaction } from './transaction.ts';
import { SEEDS, type LastNumbers } from './write-transaction.ts';
import { insertRows, insertTogether, recordedIn } from './insert-rows.ts';

/** Reads what is stored of the articles of a write, unless all of them are new. */
export type ReadStored = <Row>(read: () => Promise<Row[]>) => Promise<Row[]>;

/** Acts of saying; who speaks in one that nobody has written down is settled by comparing its renderings. */
export async function planUtterances(
  tx: Transaction,
  { utterances, statements }: CorpusRecords,
  last: LastNumbers,
): Promise<Plan> {
  const found = new Set(
    statements.filter(({ utteranceOrigin }) => utteranceOrigin === 'EXTRACTED').map(({ utteranceId }) => utteranceId),
  );
  return planEntities({
    subject: 'utterances',
    wanted: utterances,
    stored: (await tx.utterance.findMany({ where: { id: { in: utterances.map(({ id }) => id) } } })).map((stored) =>
      found.has(stored.id) ? { id: stored.id } : stored,
    ),
    insert: (rows, revision) =>
      insertRows(
        tx,
        'utterance',
        rows.map((row, index) => ({ ...row, ordinal: last.utterance + 1 + index, revision })),
      ),
    update: ({ id, speakerId, saidId }) => tx.utterance.update({ where: { id }, data: { speakerId, saidId } }),
  });
}

/** Statements with their evidence, and what is retracted because nobody says it any more. */
export async function planStatements(
  tx: Transaction,
  { statements, articles, isWhole = true }: CorpusRecords,
  readStored: ReadStored,
  standing: PlannedActors['standing'],
): Promise<Plan[]> {
  const ofArticles = { articleId: { in: articles.map(({ id }) => id) } };
  const stored = await readStored(() => tx.statement.findMany({ where: ofArticles }));
  const wanted = new Set(statements.map(({ id }) => id));
  const judged = await judgedByPeople(tx, stored);
  // A statement that nobody has put to an utterance stays where a comparison has put it.
  const found = new Map(
    stored
      .filter(({ utteranceOrigin }) => utteranceOrigin === 'EXTRACTED')
      .map(({ id, utteranceId }) => [id, utteranceId]),
  );
  // Extracted statements are proposals of their own, and what people have judged through the API stays as they judged it.
  const gone = stored.filter(
    ({ id, origin, review }) =>
      isWhole && origin === 'CURATED' && review !== 'RETRACTED' && !wanted.has(id) && !judged.has(id),
  );
  const reviewBefore = new Map(stored.map(({ id, review }) => [id, review]));
  return [
    planEntities({
      subject: 'statements',
      wanted: statements.map((statement) => ({
        ...statement,
        speakerId: standing(statement.speakerId),
        review: (judged.has(statement.id) && reviewBefore.get(statement.id)) || statement.review,
        utteranceId: (statement.utteranceOrigin === 'EXTRACTED' && found.get(statement.id)) || statement.utteranceId,
      })),
      stored,
      insert: (rows, revision) => insertStatements(tx, rows, revision),
      update: async ({ id, utteranceId, utteranceOrigin, review }, revision) => {
        const before = reviewBefore.get(id);
        if (before === undefined || before === review) {
          return tx.statement.update({ where: { id }, data: { utteranceId, utteranceOrigin } });
        }
        await tx.review.create({
          data: {
            statementId: id,
            revision,
            action: 'RESTORE',
            stateBefore: before,
            stateAfter: review,
            reason: SAID_AGAIN,
          },
        });
        return tx.statement.update({
          where: { id },
          data: { utteranceId, utteranceOrigin, review, reviewedIn: revision },
        });
      },
    }),
    {
      subject: 'retracted statements',
      size: gone.length,
      apply: async (reviewedIn) => {
        if (gone.length === 0) return;
        await insertRows(
          tx,
          'review',
          gone.map(({ id, review }) => ({
            statementId: id,
            revision: reviewedIn,
            action: 'RETRACT' as const,
            stateBefore: review,
            stateAfter: 'RETRACTED' as const,
            reason: SAID_NO_LONGER,
          })),
        );
        await tx.statement.updateMany({
          where: { id: { in: gone.map(({ id }) => id) } },
          data: { review: 'RETRACTED', reviewedIn },
        });
      },
    },
    planWithdrawable({
      subject: 'events of statements',
      wanted: statements.flatMap(({ id, articleId, events }) =>
        events.map(({ eventId, quoteId }) => ({ statementId: id, articleId, eventId, quoteId })),
      ),
      stored: await readStored(() => tx.statementEvent.findMany({ where: ofArticles })),
      owns: () => isWhole,
      key: ({ statementId, eventId, quoteId }) => `${statementId} ${eventId} ${quoteId}`,
      insert: (rows, revision) => insertRows(tx, 'statement_event', recordedIn(revision, rows)),
      update: ({ statementId, eventId, quoteId }, withdrawnIn) =>
        tx.statementEvent.updateMany({ where: { statementId, eventId, quoteId }, data: { withdrawnIn } }),
    }),
  ];
}

const SAID_AGAIN = 'The seeds say it again.';
const SAID_NO_LONGER = 'The seeds say it no longer.';

/** Of stored statements those that somebody other than the seeds recorded or reviewed last. */
async function judgedByPeople(
  tx: Transaction,
  stored: readonly { readonly id: string; readonly reviewedIn: number }[],
): Promise<ReadonlySet<string>> {
  const numbers = [...new Set(stored.map(({ reviewedIn }) => reviewedIn))];
  const revisions = await readOf(numbers, () =>
    tx.revision.findMany({ where: { number: { in: numbers }, author: { not: SEEDS.name } }, select: { number: true } }),
  );
  const byPeople = new Set(revisions.map(({ number }) => number));
  return new Set(stored.filter(({ reviewedIn }) => byPeople.has(reviewedIn)).map(({ id }) => id));
}

/** Statements with their words and chains: the database takes these together or not at all. */
export const insertStatements = (
  tx: Transaction,
  statements: readonly CorpusRecords['statements'][number][],
  revision: number,
): Promise<void> =>
  insertTogether(tx, statements, (some) => ({
    statement: some.map(({ contentIds: _content, chain: _chain, events: _events, ...row }) => ({
      ...row,
      revision,
      reviewedIn: revision,
    })),
    statement_content: some.flatMap(({ id, articleId, contentIds }) =>
      contentIds.map((quoteId, ordinal) => ({ statementId: id, ordinal, articleId, quoteId })),
    ),
    attribution_hop: some.flatMap(({ id, articleId, chain }) =>
      chain.map((hop, position) => ({ statementId: id, position, articleId, ...hop })),
    ),
  }));
