import { groupBy } from '../../domain/group-by.ts';
import { ownUtterance } from '../../domain/identity.ts';
import { planAdditions, planWithdrawable, type Plan } from '../plan.ts';
import type { Transaction } from '../transaction.ts';
import { Prisma } from '../prisma/client.ts';
import { STANDING } from '../read/details.ts';
import type { FreshArticle } from './fresh-articles.ts';
import { findProposals, type Proposals } from './find-proposals.ts';
import { groupRenderings } from './group-renderings.ts';
import { insertRows, recordedIn } from '../insert-rows.ts';
import { readOf } from '../read-of.ts';
import { updateRows } from '../update-rows.ts';

/**
 * Compares articles with the rest of the corpus: the parts of a write that records what is found, and withdraws what was found
 * before and is no longer. All of it is EXTRACTED; what people have said of the same stands above it.
 *
 * @param fresh those that the same transaction has just written
 */
export async function planComparison(
  tx: Transaction,
  articleIds: readonly string[],
  fresh: ReadonlyMap<string, FreshArticle> = new Map(),
): Promise<Plan[]> {
  const proposals = await findProposals(tx, articleIds, fresh);
  const older = articleIds.filter((id) => !fresh.has(id));
  const compared = new Set(articleIds);
  const ofOlder = { articleId: { in: older } };
  // One side of whatever was found is of these articles.
  const derivations = await readOf(older, () =>
    tx.derivation.findMany({ where: { OR: [{ articleId: { in: older } }, { sourceId: { in: older } }] } }),
  );
  const relations = await readOf(older, () =>
    tx.statementRelation.findMany({ where: { OR: [{ from: ofOlder }, { to: ofOlder }] } }),
  );
  const judgedDerivations = pairsOf(derivations.filter(isCurated), ({ articleId, sourceId }) => [articleId, sourceId]);
  const judgedRelations = pairsOf(relations.filter(isCurated), ({ fromId, toId }) => [fromId, toId]);
  const known = await readSources(
    tx,
    proposals.derivations.map(({ articleId }) => articleId),
  );
  return [
    planAdditions({
      subject: 'quotes of shared passages',
      wanted: proposals.quotes,
      stored: new Set(
        (
          await readOf(proposals.quotes, () =>
            tx.quote.findMany({ where: { id: { in: proposals.quotes.map(({ id }) => id) } }, select: { id: true } }),
          )
        ).map(({ id }) => id),
      ),
      key: ({ id }) => id,
      insert: (rows, revision) => insertRows(tx, 'quote', recordedIn(revision, rows)),
    }),
    planWithdrawable({
      subject: 'shared passages',
      wanted: proposals.passages,
      stored: await readOf(older, () =>
        tx.sharedPassage.findMany({
          where: { OR: [{ leftArticleId: { in: older } }, { rightArticleId: { in: older } }] },
        }),
      ),
      key: ({ leftId, rightId }) => `${leftId} ${rightId}`,
      insert: (rows, revision) => insertRows(tx, 'shared_passage', recordedIn(revision, rows)),
      update: ({ leftId, rightId }, withdrawnIn) =>
        tx.sharedPassage.updateMany({ where: { leftId, rightId }, data: { withdrawnIn } }),
    }),
    planWithdrawable({
      subject: 'derivations found',
      wanted: proposals.derivations.filter(
        ({ articleId, sourceId }) =>
          !judgedDerivations.has(pairOf([articleId, sourceId])) &&
          // Of an article that is not compared now the nearest source was settled when it was.
          (compared.has(articleId) || (known.get(articleId) ?? [sourceId]).includes(sourceId)),
      ),
      stored: derivations.filter((row) => !isCurated(row)),
      key: ({ articleId, sourceId }) => `${articleId} ${sourceId}`,
      insert: (rows, revision) => insertRows(tx, 'derivation', recordedIn(revision, rows)),
      update: ({ articleId, sourceId, rationale }, withdrawnIn) =>
        tx.derivation.updateMany({ where: { articleId, sourceId }, data: { rationale, withdrawnIn } }),
    }),
    await planUtterances(tx, articleIds, older, proposals),
    planWithdrawable({
      subject: 'relations found',
      wanted: proposals.relations.filter(({ fromId, toId }) => !judgedRelations.has(pairOf([fromId, toId]))),
      stored: relations.filter((row) => !isCurated(row)),
      key: ({ fromId, toId, type }) => `${fromId} ${toId} ${type}`,
      insert: (rows, revision) => insertRows(tx, 'statement_relation', recordedIn(revision, rows)),
      update: ({ fromId, toId, type, rationale }, withdrawnIn) =>
        tx.statementRelation.updateMany({ where: { fromId, toId, type }, data: { rationale, withdrawnIn } }),
    }),
  ];
}

/** The sources of articles, as they stand. */
async function readSources(tx: Transaction, articleIds: string[]): Promise<Map<string, string[]>> {
  const rows = await readOf(articleIds, () =>
    tx.derivation.findMany({ where: { articleId: { in: articleIds }, withdrawnIn: null } }),
  );
  const byArticle = groupBy(rows, ({ articleId }) => articleId);
  return new Map([...byArticle].map(([id, sources]) => [id, sources.map(({ sourceId }) => sourceId)]));
}

/** What people have said stands above what is found, even if they withdrew it. */
const isCurated = ({ origin }: { readonly origin: string }): boolean => origin === 'CURATED';

/** Two ids, whichever comes first. */
const pairOf = (ids: readonly [string, string]): string => [...ids].sort().join(' ');

const pairsOf = <Row>(rows: readonly Row[], idsOf: (row: Row) => [string, string]): ReadonlySet<string> =>
  new Set(rows.map((row) => pairOf(idsOf(row))));

/**
 * Statements that nobody has put to an utterance join the one that they are found to render.
 *
 * @param olderIds articles whose statements may have joined others before
 */
async function planUtterances(
  tx: Transaction,
  articleIds: readonly string[],
  olderIds: readonly string[],
  { renderings, open }: Proposals,
): Promise<Plan> {
  const others = await readOf(olderIds, () =>
    tx.statement.findMany({
      where: {
        utteranceId: { in: open.map(({ id }) => ownUtterance(id)) },
        id: { notIn: open.map(({ id }) => id) },
        review: { in: ['PROPOSED', 'ACCEPTED'] },
      },
      select: { utteranceId: true },
    }),
  );
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
      // Also of those that lost a rendering when a text changed.
      await nameSpeakers(tx, [...new Set(moved.map(({ utteranceId }) => utteranceId))], articleIds);
    },
  };
}

/**
 * The speaker of an utterance that was found is the innermost source that any of its renderings names.
 *
 * @param articleIds of articles whose found utterances are looked at besides
 */
export async function nameSpeakers(
  tx: Transaction,
  utteranceIds: readonly string[],
  articleIds: readonly string[] = [],
): Promise<void> {
  if (utteranceIds.length + articleIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE utterance u SET speaker_id = x.speaker_id FROM (
      SELECT DISTINCT ON (s.utterance_id) s.utterance_id, s.speaker_id
      FROM statement s JOIN actor c ON c.id = s.speaker_id
      WHERE s.utterance_id = ANY (ARRAY(
        SELECT unnest(${utteranceIds}::uuid[]) UNION
        SELECT utterance_id FROM statement WHERE article_id = ANY (${articleIds}::uuid[]) AND utterance_origin = 'EXTRACTED'
      )) AND s.review IN ${Prisma.raw(STANDING)}
      ORDER BY s.utterance_id, c.kind = 'UNNAMED', (SELECT max(position) FROM attribution_hop h WHERE h.statement_id = s.id) DESC,
        s.article_ordinal, s.position, s.id
    ) x
    WHERE u.id = x.utterance_id AND u.speaker_id <> x.speaker_id
      AND NOT EXISTS (SELECT FROM statement s WHERE s.utterance_id = u.id AND s.utterance_origin = 'CURATED')`;
}
