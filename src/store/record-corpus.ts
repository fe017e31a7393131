import type { CorpusRecords } from '../domain/records.ts';
import { freshArticles } from './comparison/fresh-articles.ts';
import { indexPassages } from './comparison/index-passages.ts';
import { planComparison } from './comparison/plan-comparison.ts';
import { judgeEvidence } from './judge-evidence.ts';
import { applyPlans, sizeOf, type OnProgress, type Plan } from './plan.ts';
import { planWrite } from './plan-write.ts';
import type { Transaction } from './transaction.ts';
import type { Store } from './store.ts';
import { beginRevision, inWriteTransaction, lastNumbers, type Author, type RevisionNote } from './write-transaction.ts';

/** What a write did. */
export interface RecordedWrite {
  /** The corpus revision after it. */
  readonly revision: number;
  /** How many rows it added, changed or withdrew, by subject; empty when there was nothing new. */
  readonly changes: ReadonlyMap<string, number>;
}

/**
 * Makes the store say what the records say of their articles, in one transaction: adds what is new, retracts or withdraws
 * what they say no longer, and touches nothing of other articles. When nothing differs there is no new revision.
 *
 * @param build works the records out inside the transaction, so that nobody else writes in between
 * @throws VerbatimError whatever `build` throws; an error of the database when an invariant is broken
 */
export async function recordCorpus(
  store: Store,
  note: RevisionNote,
  build: (transaction: Transaction) => Promise<CorpusRecords>,
  onProgress: OnProgress = () => undefined,
): Promise<RecordedWrite> {
  return inWriteTransaction(store, async (transaction) => {
    const records = await build(transaction);
    const { revision, plans, stored } = await writeRecords(transaction, note, records, onProgress);
    if (sizeOf(plans) === 0) return { revision, changes: new Map<string, number>() };
    await indexPassages(
      transaction,
      records.versions.map(({ id }) => id),
    );
    const articleIds = records.articles.map(({ id }) => id);
    const found = await planComparison(transaction, articleIds, freshArticles(records, stored));
    await applyPlans(found, revision, onProgress, sizeOf(plans));
    return { revision, changes: countBySubject([...plans, ...found]) };
  });
}

/** What a write says, without what comparing adds. */
export interface WrittenRecords {
  /** The corpus revision after it. */
  readonly revision: number;
  /** Of size 0 in all when there was nothing new, and no new revision. */
  readonly plans: readonly Plan[];
  /** Ids of those of its articles that were there before. */
  readonly stored: ReadonlySet<string>;
}

/** Makes the store say what the records say, and search find it. What it has to do with other articles is not looked for. */
export async function writeRecords(
  transaction: Transaction,
  note: RevisionNote,
  records: CorpusRecords,
  onProgress: OnProgress = () => undefined,
): Promise<WrittenRecords> {
  const last = await lastNumbers(transaction);
  const articleIds = records.articles.map(({ id }) => id);
  const known = await transaction.article.findMany({ where: { id: { in: articleIds } } });
  const stored = new Set(known.map(({ id }) => id));
  const plans = await planWrite(transaction, records, known, last);
  if (sizeOf(plans) === 0) return { revision: last.revision, plans, stored };
  const revision = await beginRevision(transaction, note, last.revision);
  await applyPlans(plans, revision, onProgress);
  if (records.anchors.length > 0) await judgeEvidence(transaction, articleIds);
  await refreshSearch(transaction, records);
  return { revision, plans, stored };
}

/**
 * Compares every article of a store anew with every other one, and records what is found. Needed once a newer Verbatim
 * compares otherwise than the one that recorded them; what is new is compared when it is recorded.
 */
export async function compareCorpus(
  store: Store,
  author: Author,
  onProgress: OnProgress = () => undefined,
): Promise<RecordedWrite> {
  return inWriteTransaction(store, async (transaction) => {
    const { revision: newest } = await lastNumbers(transaction);
    const articles = await transaction.article.findMany({ select: { id: true }, orderBy: { ordinal: 'asc' } });
    const plans = await planComparison(
      transaction,
      articles.map(({ id }) => id),
    );
    if (sizeOf(plans) === 0) return { revision: newest, changes: new Map<string, number>() };
    const revision = await beginRevision(transaction, { summary: 'compare all articles', author }, newest);
    await applyPlans(plans, revision, onProgress);
    return { revision, changes: countBySubject(plans) };
  });
}

/**
 * Brings search up to date: what was recorded, and of actors and events those that were renamed or are called by other
 * words now. One that is mentioned by a word it is known by already has not changed, however often it is mentioned.
 */
async function refreshSearch(tx: Transaction, records: CorpusRecords): Promise<void> {
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const articleIds = idsOf(records.articles);
  await tx.$executeRaw`SELECT refresh_search(array_agg(id)) FROM (
    SELECT unnest(${[...articleIds, ...idsOf(records.statements)]}::uuid[]) AS id
    UNION
    SELECT a.id FROM actor a LEFT JOIN search_entry e ON e.kind = 'ACTOR' AND e.id = a.id
    WHERE a.id = ANY (${idsOf(records.actors)}::uuid[]) AND e.title IS DISTINCT FROM a.name
    UNION
    SELECT v.id FROM event v LEFT JOIN search_entry e ON e.kind = 'EVENT' AND e.id = v.id
    WHERE v.id = ANY (${idsOf(records.events)}::uuid[]) AND e.title IS DISTINCT FROM v.title
    UNION
    SELECT m.id FROM (
      SELECT 'ACTOR'::search_kind AS kind, unnest(ARRAY[c.id, c.merged_into_id]) AS id, q.exact, m.withdrawn_in
      FROM quote q JOIN actor_mention m ON m.quote_id = q.id JOIN actor c ON c.id = m.actor_id
      WHERE q.article_id = ANY (${articleIds}::uuid[])
      UNION ALL
      SELECT 'EVENT', m.event_id, q.exact, m.withdrawn_in
      FROM quote q JOIN event_mention m ON m.quote_id = q.id WHERE q.article_id = ANY (${articleIds}::uuid[])
    ) m LEFT JOIN search_entry e ON e.kind = m.kind AND e.id = m.id
    WHERE m.id IS NOT NULL AND (m.withdrawn_in IS NOT NULL OR e.id IS NULL OR position(E'\n' || m.exact || E'\n' IN E'\n' || e.body || E'\n') = 0)
  ) AS changed`;
}

function countBySubject(plans: readonly Plan[]): Map<string, number> {
  return new Map(plans.filter(({ size }) => size > 0).map(({ subject, size }) => [subject, size]));
}
