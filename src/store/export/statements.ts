import { groupBy } from '../../domain/group-by.ts';
import type { ExportedStatement, VersionName } from '../../export/exported.ts';
import {
  batch,
  contentOfStatements,
  datesById,
  hopsOfStatements,
  quotesOfDates,
  relationsOfStatements,
} from '../read/details.ts';
import { findByIds } from '../read/entities.ts';
import type { StatementRow } from '../read/rows.ts';
import { listStatements } from '../read/statement-filter.ts';
import type { SqlClient } from '../sql.ts';
import { describeArticle } from './describe-article.ts';
import { readAll } from './read-all.ts';

/** A version's text is not needed to tell it. */
const versionNames = batch<VersionName>(
  'version-names',
  'SELECT v.id AS "ownerId", v.number, v.sha256 FROM article_version v WHERE v.id = ANY ($1::uuid[])',
);

/** The standing statements in the order of the texts, by a constant number of SQL statements a page. */
export async function* exportedStatements(sql: SqlClient, size: number): AsyncGenerator<readonly ExportedStatement[]> {
  const listing = listStatements(null, 'TEXT_POSITION', {});
  for await (const page of readAll<StatementRow>(sql, listing, size)) yield withDetails(sql, page);
}

async function withDetails(sql: SqlClient, page: readonly StatementRow[]): Promise<ExportedStatement[]> {
  const ids = page.map(({ id }) => id);
  const [contents, hops, relations, articles] = await Promise.all([
    contentOfStatements(sql, ids),
    hopsOfStatements(sql, ids),
    relationsOfStatements(sql, ids),
    findByIds(sql, 'Article', distinct(page.map(({ articleId }) => articleId))),
  ]);
  const [versions, actors, marks, dates, marksOfDates] = await Promise.all([
    versionNames(sql, distinct(contents.map(({ versionId }) => versionId))),
    findByIds(sql, 'Actor', distinct([...page.map(({ speakerId }) => speakerId), ...hops.map((hop) => hop.actorId)])),
    findByIds(
      sql,
      'Quote',
      distinct(hops.flatMap(({ cueId, sourceId }) => [cueId, sourceId].filter((id) => id !== null))),
    ),
    datesById(
      sql,
      distinct([
        ...page.flatMap(({ saidId }) => saidId ?? []),
        ...articles.flatMap(({ publishedId }) => publishedId ?? []),
      ]),
    ),
    quotesOfDates(sql, distinct(page.flatMap(({ saidId }) => saidId ?? []))),
  ]);
  const actorOf = mustHave(new Map(actors.map((actor) => [actor.askedId, actor])));
  const quoteOf = mustHave(new Map(marks.map((quote) => [quote.askedId, quote])));
  const dateOf = mustHave(new Map(dates.map((date) => [date.id, date])));
  const versionOf = mustHave(new Map(versions.map((version) => [version.ownerId, version])));
  const published = new Map(dates.map(({ id, value }) => [id, value]));
  const articleNamed = mustHave(new Map(articles.map((article) => [article.id, describeArticle(article, published)])));
  const contentOf = groupBy(contents, ({ ownerId }) => ownerId);
  const hopsOf = groupBy(hops, ({ ownerId }) => ownerId);
  const quotesOf = groupBy(marksOfDates, ({ ownerId }) => ownerId);
  const relationsOf = groupBy(relations, ({ ownerId }) => ownerId);
  return page.map((row) => ({
    ...row,
    article: articleNamed(row.articleId),
    speaker: actorOf(row.speakerId),
    said: row.saidId === null ? null : { ...dateOf(row.saidId), quotes: quotesOf.get(row.saidId) ?? [] },
    chain: (hopsOf.get(row.id) ?? []).map(({ actorId, role, cueId, sourceId }) => ({
      actor: actorOf(actorId),
      role,
      cue: cueId === null ? null : quoteOf(cueId),
      source: sourceId === null ? null : quoteOf(sourceId),
    })),
    content: (contentOf.get(row.id) ?? []).map((quote) => ({ quote, version: versionOf(quote.versionId) })),
    relations: relationsOf.get(row.id) ?? [],
  }));
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/** What refers to something that is not there must not become a file with a gap in it. */
function mustHave<Item>(items: ReadonlyMap<string, Item>): (id: string) => Item {
  return (id) => {
    const item = items.get(id);
    if (item === undefined) throw new Error(`${id} is referred to and not there`);
    return item;
  };
}
