import type { ArticleDescription } from '../../export/exported.ts';
import type { ArticleRow } from '../read/rows.ts';

/** @param dates the values of dates by their ids */
export const describeArticle = (
  { id, slug, title, language, url, publishedId }: ArticleRow,
  dates: ReadonlyMap<string, string>,
): ArticleDescription => ({
  id,
  slug,
  title,
  language,
  url,
  published: publishedId === null ? null : (dates.get(publishedId) ?? null),
});
