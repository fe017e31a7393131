import type { ExportedCorpus, ExportedRevision, ExportedText, ExportedVersion } from '../../export/exported.ts';
import { groupBy } from '../../domain/group-by.ts';
import { ledgerHead } from '../ledger/ledger-proofs.ts';
import { batch, datesById, STANDING } from '../read/details.ts';
import { ENTITIES, STANDING_ACTOR } from '../read/entities.ts';
import type { Listing } from '../read/listing.ts';
import { ACTORS, ARTICLES } from '../read/listings.ts';
import type { ActorRow, ArticleRow, QuoteRow } from '../read/rows.ts';
import type { SqlClient } from '../sql.ts';
import { describeArticle } from './describe-article.ts';
import { readAll } from './read-all.ts';
import { exportedStatements } from './statements.ts';

/** Rows of a page; texts may be long. */
const PAGE = 250;
const PAGE_OF_TEXTS = 10;

/**
 * Everything that an export holds, as it was at a revision. What is written meanwhile does not change it.
 *
 * @param size rows of a page, of which one at a time is in memory
 */
export async function corpusAt(store: SqlClient, revision: number, size = PAGE): Promise<ExportedCorpus> {
  const sql = store.asOf(revision);
  return {
    revision,
    name: await ledgerHead(store, Math.min(1, revision)),
    revisions: () => flat(readAll<ExportedRevision>(sql, REVISIONS, size)),
    articles: () => flat(articles(sql, size)),
    versions: () => flat(readAll<ExportedVersion>(sql, VERSIONS, size)),
    texts: () => flat(readAll<ExportedText>(sql, TEXTS, Math.min(size, PAGE_OF_TEXTS))),
    actors: () => flat(readAll<ActorRow>(sql, ACTORS, size)),
    quotes: () => flat(readAll<QuoteRow>(sql, CONTENT_QUOTES, size)),
    statements: () => flat(exportedStatements(sql, size)),
    flows: () => flat(flows(sql, size)),
  };
}

async function* flat<Item>(pages: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const page of pages) yield* page;
}

const REVISIONS: Listing = {
  name: 'export.revisions',
  entity: { table: 'revision', alias: 'r', columns: 'r.number, r.recorded_at AS "recordedAt", r.author' },
  order: [{ expression: 'r.number', type: 'integer' }],
  direction: 'ASC',
  conditions: [],
};

const VERSION_COLUMNS = `v.id, v.article_id AS "articleId", v.number, v.length, v.sha256, v.recorded_at AS "recordedAt", v.revision,
  (SELECT p.id FROM article_version p WHERE p.article_id = v.article_id AND p.number = v.number - 1) AS "previousId"`;
const VERSIONS: Listing = {
  name: 'export.versions',
  entity: { table: 'article_version', alias: 'v', columns: VERSION_COLUMNS },
  order: [{ expression: 'v.id', type: 'uuid' }],
  direction: 'ASC',
  conditions: [],
};
const TEXTS: Listing = {
  ...VERSIONS,
  name: 'export.texts',
  entity: { ...VERSIONS.entity, columns: `${VERSION_COLUMNS}, v.text` },
};

/**
 * OFFSET keeps the condition from being made a join: as of a revision the tables are views whose rows cannot be estimated, and a join of
 * them was worked out whole for each page.
 */
const CONTENT_QUOTES: Listing = {
  name: 'export.quotes',
  entity: ENTITIES.Quote,
  order: [{ expression: 'q.id', type: 'uuid' }],
  direction: 'ASC',
  conditions: [
    () => `EXISTS (SELECT FROM statement_content w JOIN statement s ON s.id = w.statement_id
      WHERE w.quote_id = q.id AND s.review IN ${STANDING} OFFSET 0)`,
  ],
};

const sourcesOfArticles = batch<{ readonly sourceId: string }>(
  'sources-of-articles',
  `SELECT d.article_id AS "ownerId", d.source_id AS "sourceId" FROM derivation d
   WHERE d.article_id = ANY ($1::uuid[]) AND d.withdrawn_in IS NULL ORDER BY d.article_id, d.source_id`,
);

async function* articles(sql: SqlClient, size: number) {
  for await (const page of readAll<ArticleRow>(sql, ARTICLES, size)) {
    const dates = await datesById(sql, [...new Set(page.flatMap(({ publishedId }) => publishedId ?? []))]);
    const published = new Map(dates.map(({ id, value }) => [id, value]));
    const ids = page.map(({ id }) => id);
    const sources = groupBy(await sourcesOfArticles(sql, ids), ({ ownerId }) => ownerId);
    yield page.map((row) => ({
      ...describeArticle(row, published),
      drawsOn: (sources.get(row.id) ?? []).map(({ sourceId }) => sourceId),
    }));
  }
}

/** Each pair of who stand beside each other in chains of standing statements, by who passes on. */
const flowsFrom = batch<{
  readonly toId: string;
  readonly statements: number;
  readonly direct: number;
  readonly articles: number;
}>(
  'flows-from-actors',
  `SELECT ${STANDING_ACTOR('f')} AS "ownerId", ${STANDING_ACTOR('t')} AS "toId", count(DISTINCT s.id)::int AS statements,
     count(DISTINCT s.id) FILTER (WHERE s.mode = 'DIRECT')::int AS direct, count(DISTINCT s.article_id)::int AS articles
   FROM actor f JOIN attribution_hop h ON h.actor_id = f.id
   JOIN attribution_hop n ON n.statement_id = h.statement_id AND n.position = h.position + 1
   JOIN actor t ON t.id = n.actor_id JOIN statement s ON s.id = h.statement_id
   WHERE (f.id = ANY ($1::uuid[]) OR f.merged_into_id = ANY ($1::uuid[])) AND s.review IN ${STANDING}
   GROUP BY 1, 2 ORDER BY 1, 2`,
);

async function* flows(sql: SqlClient, size: number) {
  for await (const page of readAll<ActorRow>(sql, ACTORS, size)) {
    const ids = page.map(({ id }) => id);
    const flowsOf = groupBy(await flowsFrom(sql, ids), ({ ownerId }) => ownerId);
    // In the order of the actors, so that where a page ends does not show.
    yield ids.flatMap((fromId) => (flowsOf.get(fromId) ?? []).map(({ ownerId: _, ...flow }) => ({ fromId, ...flow })));
  }
}
