import { extract } from '../../src/extract/extract.ts';
import type { ExtractedArticle } from '../../src/ingest/ingest-articles.ts';
import { articleFrom } from '../../src/ingest/sources/article-from.ts';
import type { DeclaredInput, IncomingArticle } from '../../src/ingest/sources/incoming-article.ts';

/** A plain text as a file of its own brings it. */
export const incoming = (file: string, text: string, declared: DeclaredInput = {}): IncomingArticle =>
  articleFrom(text, 'text', declared, file, `file:/${file}`);

/** The same with what is found in it. */
export function extracted(file: string, text: string, declared: DeclaredInput = {}): ExtractedArticle {
  const article = incoming(file, text, declared);
  return { incoming: article, extraction: extract(text) };
}
