import { isDeepStrictEqual } from 'node:util';
import type { CorpusRecords } from '../domain/records.ts';
import { planAdditions, planEntities, planWithdrawable, type Plan } from './plan.ts';
import { planActors } from './plan-actors.ts';
import { planStatements, planUtterances, type ReadStored } from './plan-statements.ts';
import type { Article } from './prisma/client.ts';
import type { Transaction } from './transaction.ts';
import { insertRows, insertTogether, recordedIn } from './insert-rows.ts';
import { readOf } from './read-of.ts';
import { updateRows } from './update-rows.ts';
import type { LastNumbers } from './write-transaction.ts';

/**
 * The parts of a write, in an order in which each finds what it refers to.
 *
 * @param known those of its articles that are stored already
 */
export async function planWrite(
  tx: Transaction,
  records: CorpusRecords,
  known: readonly Article[],
  last: LastNumbers,
): Promise<Plan[]> {
  const ofArticles = { articleId: { in: known.map(({ id }) => id) } };
  const quoteOfArticles = { quote: ofArticles };
  // Of articles that are new nothing is stored: there is nothing to ask for.
  const stored: ReadStored = (read) => readOf(known, read);
  const eventIds = records.events.map(({ id }) => id);
  const actors = await planActors(tx, records);
  // Records that only add withdraw nothing.
  const owns = () => records.isWhole !== false;
  return [
    planArticles(tx, records, known, last),
    planAdditions({
      subject: 'versions',
      wanted: records.versions,
      stored: idsOf(await stored(() => tx.articleVersion.findMany({ where: ofArticles, select: { id: true } }))),
      key: ({ id }) => id,
      insert: (rows, revision) =>
        insertRows(
          tx,
          'article_version',
          rows.map((row) => ({
            ...row,
            sentenceStarts: [...row.sentenceStarts],
            sentenceEnds: [...row.sentenceEnds],
            quotationStarts: [...row.quotationStarts],
            quotationEnds: [...row.quotationEnds],
            revision,
          })),
        ),
    }),
    planAdditions({
      subject: 'quotes',
      wanted: records.quotes,
      stored: idsOf(await stored(() => tx.quote.findMany({ where: ofArticles, select: { id: true } }))),
      key: ({ id }) => id,
      insert: (rows, revision) => insertRows(tx, 'quote', recordedIn(revision, rows)),
    }),
    planAdditions({
      subject: 'anchors',
      wanted: records.anchors,
      stored: new Set((await stored(() => tx.quoteAnchor.findMany({ where: { version: ofArticles } }))).map(anchorKey)),
      key: anchorKey,
      insert: (rows, revision) => insertRows(tx, 'quote_anchor', recordedIn(revision, rows)),
    }),
    planAdditions({
      subject: 'dates',
      wanted: records.dates,
      stored: idsOf(
        await readOf(records.dates, () =>
          tx.sourcedDate.findMany({
            where: { id: { in: records.dates.map(({ id }) => id) } },
            select: { id: true },
          }),
        ),
      ),
      key: ({ id }) => id,
      insert: (rows, revision) =>
        insertTogether(tx, rows, (some) => ({
          sourced_date: recordedIn(
            revision,
            some.map(({ quoteIds: _, ...date }) => date),
          ),
          sourced_date_quote: some.flatMap(({ id, quoteIds }) =>
            quoteIds.map((quoteId, ordinal) => ({ dateId: id, ordinal, quoteId })),
          ),
        })),
    }),
    ...actors.plans,
    planWithdrawable({
      subject: 'credits',
      wanted: records.credits,
      stored: await stored(() => tx.credit.findMany({ where: ofArticles })),
      owns,
      key: ({ articleId, role, actorId, quoteId }) => `${articleId} ${role} ${actorId} ${quoteId}`,
      insert: (rows, revision) => insertRows(tx, 'credit', recordedIn(revision, rows)),
      update: ({ articleId, role, actorId, quoteId }, withdrawnIn) =>
        tx.credit.updateMany({ where: { articleId, role, actorId, quoteId }, data: { withdrawnIn } }),
    }),
    planWithdrawable({
      subject: 'furniture',
      wanted: records.furniture,
      stored: await stored(() => tx.furniture.findMany({ where: ofArticles })),
      owns,
      key: ({ quoteId }) => quoteId,
      insert: (rows, revision) => insertRows(tx, 'furniture', recordedIn(revision, rows)),
      update: ({ quoteId, kind }, withdrawnIn) =>
        tx.furniture.update({ where: { quoteId }, data: { kind, withdrawnIn } }),
    }),
    planWithdrawable({
      subject: 'mentions of actors',
      wanted: records.actorMentions,
      stored: await stored(() => tx.actorMention.findMany({ where: quoteOfArticles })),
      owns,
      key: ({ actorId, quoteId, kind }) => `${actorId} ${quoteId} ${kind}`,
      insert: (rows, revision) => insertRows(tx, 'actor_mention', recordedIn(revision, rows)),
      update: ({ actorId, quoteId, kind }, withdrawnIn) =>
        tx.actorMention.updateMany({ where: { actorId, quoteId, kind }, data: { withdrawnIn } }),
    }),
    planEntities({
      subject: 'events',
      wanted: records.events,
      stored: await readOf(eventIds, () => tx.event.findMany({ where: { id: { in: eventIds } } })),
      insert: (rows, revision) =>
        insertRows(
          tx,
          'event',
          rows.map((row) => ({ ...row, revision })),
        ),
      update: ({ id, title, type, occurredId }) =>
        tx.event.update({ where: { id }, data: { title, type, occurredId } }),
    }),
    planWithdrawable({
      subject: 'participants',
      wanted: records.participants,
      stored: await readOf(eventIds, () => tx.participant.findMany({ where: { eventId: { in: eventIds } } })),
      owns,
      key: ({ eventId, actorId, role }) => `${eventId} ${actorId} ${role}`,
      insert: (rows, revision) => insertRows(tx, 'participant', recordedIn(revision, rows)),
      update: ({ eventId, actorId, role, ordinal }, withdrawnIn) =>
        tx.participant.updateMany({ where: { eventId, actorId, role }, data: { ordinal, withdrawnIn } }),
    }),
    planWithdrawable({
      subject: 'mentions of events',
      wanted: records.eventMentions,
      stored: await stored(() => tx.eventMention.findMany({ where: quoteOfArticles })),
      owns,
      key: ({ eventId, quoteId }) => `${eventId} ${quoteId}`,
      insert: (rows, revision) => insertRows(tx, 'event_mention', recordedIn(revision, rows)),
      update: ({ eventId, quoteId }, withdrawnIn) =>
        tx.eventMention.updateMany({ where: { eventId, quoteId }, data: { withdrawnIn } }),
    }),
    await planUtterances(tx, records, last),
    ...(await planStatements(tx, records, stored, actors.standing)),
    planWithdrawable({
      subject: 'relations',
      wanted: records.relations,
      stored: await stored(() => tx.statementRelation.findMany({ where: { from: ofArticles } })),
      owns: (row) => owns() && isCurated(row),
      key: ({ fromId, toId, type }) => `${fromId} ${toId} ${type}`,
      insert: (rows, revision) => insertRows(tx, 'statement_relation', recordedIn(revision, rows)),
      update: ({ fromId, toId, type, rationale, origin }, withdrawnIn) =>
        tx.statementRelation.updateMany({ where: { fromId, toId, type }, data: { rationale, origin, withdrawnIn } }),
    }),
    planWithdrawable({
      subject: 'derivations',
      wanted: records.derivations,
      stored: await stored(() => tx.derivation.findMany({ where: ofArticles })),
      owns: (row) => owns() && isCurated(row),
      key: ({ articleId, sourceId }) => `${articleId} ${sourceId}`,
      insert: (rows, revision) => insertRows(tx, 'derivation', recordedIn(revision, rows)),
      update: ({ articleId, sourceId, rationale, origin }, withdrawnIn) =>
        tx.derivation.updateMany({ where: { articleId, sourceId }, data: { rationale, origin, withdrawnIn } }),
    }),
  ];
}

/** What was found by a comparison is not theirs to withdraw, though it becomes theirs when they say the same. */
const isCurated = ({ origin }: { readonly origin: string }): boolean => origin === 'CURATED';

/** Articles. Their versions, quotes and dates come later in the same write. */
function planArticles(
  tx: Transaction,
  { articles, versions }: CorpusRecords,
  known: readonly Article[],
  last: LastNumbers,
): Plan {
  const current = new Map(
    [...versions].sort((one, other) => one.number - other.number).map(({ articleId, id }) => [articleId, id]),
  );
  return planEntities({
    subject: 'articles',
    wanted: articles,
    // By which key an article is known again is settled when it comes first.
    stored: known.map(({ sourceKey: _, ...article }) => ({ ...article, ...sameDeclared(article, articles) })),
    insert: (rows, revision) =>
      insertRows(
        tx,
        'article',
        rows.map(({ sourceKey = null, declared = null, ...row }, index) => ({
          ...row,
          sourceKey,
          declared,
          currentVersionId: current.get(row.id) ?? null,
          ordinal: last.article + 1 + index,
          revision,
        })),
      ),
    update: ({ id, title, titleQuoteId, language, url, publishedId, declared }) =>
      updateRows(tx, 'article', [
        {
          ...{ id, title, titleQuoteId, language, url, publishedId },
          // What is declared of an article stays where nothing is said of it.
          ...(declared ? { declared } : {}),
        },
      ]),
  });
}

/** What is declared of an article as the write has it, where nothing of it differs; as columns are compared by identity. */
function sameDeclared(
  stored: { readonly id: string; readonly declared?: unknown },
  wanted: CorpusRecords['articles'],
): { readonly declared?: unknown } {
  const declared = wanted.find(({ id }) => id === stored.id)?.declared;
  return isDeepStrictEqual(stored.declared ?? null, declared ?? null) ? { declared } : {};
}

const anchorKey = ({ quoteId, versionId }: { quoteId: string; versionId: string }): string => `${quoteId} ${versionId}`;

const idsOf = (rows: readonly { readonly id: string }[]): Set<string> => new Set(rows.map(({ id }) => id));
