import { groupBy } from '../../domain/group-by.ts';
import { ownUtterance } from '../../domain/identity.ts';
import { planAdditions, planWithdrawable, type Plan } from '../plan.ts';
import type { Transaction } from '../transaction.ts';
import { Prisma } from '../prisma/client.ts';
import { STANDING } from '../read/details.ts';
import { findProposals, type Proposals } from './find-proposals.ts';
import { groupRenderings } from './group-renderings.ts';
import { insertRows } from '../insert-rows.ts';
import { updateRows } from '../update-rows.ts';

/**
 * Compares articles with the rest of the corpus: the parts of a write that records what is found, and withdraws what was found
 * before and is no longer. All of it is EXTRACTED; what people have said of the same stands above it.
 */
export async function planComparison(tx: Transaction, articleIds: readonly string[]): Promise<Plan[]> {
  const proposals = await findProposals(tx, articleIds);
  const ids = [...articleIds];
  const ofArticles = { articleId: { in: ids } };
  const curated = await readCurated(tx, proposals, ids);
  const known = await readSources(
    tx,
    proposals.derivations.map(({ articleId }) => articleId),
  );
  const isProposal = ({ origin }: { origin: string }) => origin === 'EXTRACTED';
  return [
    planAdditions({
      subject: 'quotes of shared passages',
      wanted: proposals.quotes,
      stored: new Set(
        (
          await tx.quote.findMany({ where: { id: { in: proposals.quotes.map(({ id }) => id) } }, select: { id: true } })
        ).map(({ id }) => id),
      ),
      key: ({ id }) => id,
      insert: (rows) => insertRows(tx, 'quote', rows),
    }),
    planWithdrawable({
      subject: 'shared passages',
      wanted: proposals.passages,
      stored: await tx.sharedPassage.findMany({
        where: { OR: [{ leftArticleId: { in: ids } }, { rightArticleId: { in: ids } }] },
      }),
      key: ({ leftId, rightId }) => `${leftId} ${rightId}`,
      insert: (rows) => insertRows(tx, 'shared_passage', rows),
      update: ({ leftId, rightId }, withdrawnIn) =>
        tx.sharedPassage.updateMany({ where: { leftId, rightId }, data: { withdrawnIn } }),
    }),
    planWithdrawable({
      subject: 'derivations found',
      wanted: proposals.derivations.filter(
        ({ articleId, sourceId }) =>
          !curated.derivations.has([articleId, sourceId].sort().join(' ')) &&
          // Of an article that is not compared now the nearest source was settled when it was.
          (ids.includes(articleId) || (known.get(articleId) ?? [sourceId]).includes(sourceId)),
      ),
      stored: (
        await tx.derivation.findMany({ where: { OR: [{ articleId: { in: ids } }, { sourceId: { in: ids } }] } })
      ).filter(isProposal),
      key: ({ articleId, sourceId }) => `${articleId} ${sourceId}`,
      insert: (rows) => insertRows(tx, 'derivation', rows),
      update: ({ articleId, sourceId, rationale }, withdrawnIn) =>
        tx.derivation.updateMany({ where: { articleId, sourceId }, data: { rationale, withdrawnIn } }),
    }),
    await planUtterances(tx, ids, proposals),
    planWithdrawable({
      subject: 'relations found',
      wanted: proposals.relations.filter(({ fromId, toId }) => !curated.relations.has([fromId, toId].sort().join(' '))),
      stored: (
        await tx.statementRelation.findMany({ where: { OR: [{ from: ofArticles }, { to: ofArticles }] } })
      ).filter(isProposal),
      key: ({ fromId, toId, type }) => `${fromId} ${toId} ${type}`,
      insert: (rows) => insertRows(tx, 'statement_relation', rows),
      update: ({ fromId, toId, type, rationale }, withdrawnIn) =>
        tx.statementRelation.updateMany({ where: { fromId, toId, type }, data: { rationale, withdrawnIn } }),
    }),
  ];
}

/** The sources of articles, as they stand. */
async function readSources(tx: Transaction, articleIds: string[]): Promise<Map<string, string[]>> {
  const rows = await tx.derivation.findMany({ where: { articleId: { in: articleIds }, withdrawnIn: null } });
  const byArticle = groupBy(rows, ({ articleId }) => articleId);
  return new Map([...byArticle].map(([id, sources]) => [id, sources.map(({ sourceId }) => sourceId)]));
}

/** What people have said, even if they withdrew it, of the same articles and statements: both ids, in order. */
async function readCurated(
  tx: Transaction,
  { relations }: Proposals,
  articleIds: string[],
): Promise<{ readonly derivations: ReadonlySet<string>; readonly relations: ReadonlySet<string> }> {
  const derivations = await tx.derivation.findMany({
    where: { origin: 'CURATED', OR: [{ articleId: { in: articleIds } }, { sourceId: { in: articleIds } }] },
  });
  const statementIds = relations.flatMap(({ fromId, toId }) => [fromId, toId]);
  const related = await tx.statementRelation.findMany({
    where: { origin: 'CURATED', fromId: { in: statementIds }, toId: { in: statementIds } },
  });
  return {
    derivations: new Set(derivations.map(({ articleId, sourceId }) => [articleId, sourceId].sort().join(' '))),
    relations: new Set(related.map(({ fromId, toId }) => [fromId, toId].sort().join(' '))),
  };
}

/** Statements that nobody has put to an utterance join the one that they are found to render. */
async function planUtterances(tx: Transaction, articleIds: string[], { renderings, open }: Proposals): Promise<Plan> {
  const others = await tx.statement.findMany({
    where: {
      utteranceId: { in: open.map(({ id }) => ownUtterance(id)) },
      id: { notIn: open.map(({ id }) => id) },
      review: { in: ['PROPOSED', 'ACCEPTED'] },
    },
    select: { utteranceId: true },
  });
  const utteranceOf = groupRenderings(open, renderings, new Set(others.map(({ utteranceId }) => utteranceId)));
  const moved = open.filter(({ id, utteranceId }) => utteranceOf.get(id) !== utteranceId);
  return {
    subject: 'utterances found',
    size: moved.length,
    apply: async () => {
      await updateRows(
        tx,
        'statement',
        moved.map(({ id }) => ({ id, utteranceId: utteranceOf.get(id) ?? ownUtterance(id) })),
      );
      // Also those that lost a rendering when a text changed.
      const touched = await tx.statement.findMany({
        where: { articleId: { in: articleIds }, utteranceOrigin: 'EXTRACTED' },
        select: { utteranceId: true },
      });
      await nameSpeakers(tx, [...new Set([...moved, ...touched].map(({ utteranceId }) => utteranceId))]);
    },
  };
}

/** The speaker of an utterance that was found is the innermost source that any of its renderings names. */
export async function nameSpeakers(tx: Transaction, utteranceIds: readonly string[]): Promise<void> {
  if (utteranceIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE utterance u SET speaker_id = x.speaker_id FROM (
      SELECT DISTINCT ON (s.utterance_id) s.utterance_id, s.speaker_id
      FROM statement s JOIN actor c ON c.id = s.speaker_id
      WHERE s.utterance_id = ANY (${utteranceIds}::uuid[]) AND s.review IN ${Prisma.raw(STANDING)}
      ORDER BY s.utterance_id, c.kind = 'UNNAMED', (SELECT max(position) FROM attribution_hop h WHERE h.statement_id = s.id) DESC,
        s.article_ordinal, s.position, s.id
    ) x
    WHERE u.id = x.utterance_id AND u.speaker_id <> x.speaker_id
      AND NOT EXISTS (SELECT FROM statement s WHERE s.utterance_id = u.id AND s.utterance_origin = 'CURATED')`;
}
