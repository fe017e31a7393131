import type { IngestedArticle } from '../ingest/ingest-articles.ts';
import type { BadSource, IncomingArticle } from '../ingest/sources/incoming-article.ts';
import { VerbatimError } from '../domain/errors.ts';
import { askServer, type ServerOfStore } from './server-of-store.ts';

/** How many articles are sent before the first of them is answered. */
const UNDER_WAY = 4;

/**
 * Brings articles in through the server to which the store belongs, in their order. What is yielded is recorded for good.
 *
 * @throws VerbatimError BAD_USER_INPUT at the first bad source, if these are to stop it; UNAVAILABLE when the server is gone
 */
export async function* ingestIntoServer(
  server: ServerOfStore,
  sources: AsyncIterable<IncomingArticle | BadSource>,
  { strict }: { readonly strict: boolean },
): AsyncGenerator<IngestedArticle | BadSource> {
  const underWay: Promise<IngestedArticle | BadSource>[] = [];
  for await (const source of sources) {
    if ('message' in source && strict && !source.skipped) {
      yield* finished(underWay);
      throw new VerbatimError('BAD_USER_INPUT', source.message);
    }
    underWay.push('message' in source ? Promise.resolve(source) : sendTo(server, source));
    if (underWay.length >= UNDER_WAY) yield* finished(underWay.splice(0, 1));
  }
  yield* finished(underWay);
}

async function* finished(
  sent: readonly Promise<IngestedArticle | BadSource>[],
): AsyncGenerator<IngestedArticle | BadSource> {
  // A failure is told in its turn; until then it is nobody's.
  for (const one of sent) one.catch(() => undefined);
  for (const one of sent) yield await one;
}

const MUTATION = `mutation IngestArticle($article: ArticleInput!) {
  ingestArticle(article: $article) { outcome version proposed moved orphaned article { id slug } }
}`;

type Answer = {
  readonly ingestArticle: Omit<IngestedArticle, 'place' | 'articleId' | 'slug'> & {
    readonly article: { readonly id: string; readonly slug: string };
  };
};

async function sendTo(
  server: ServerOfStore,
  { text, key, declared, place }: IncomingArticle,
): Promise<IngestedArticle> {
  const article = { ...declared, text, ...(key.startsWith('id:') ? { id: key.slice('id:'.length) } : { source: key }) };
  const { ingestArticle } = await askServer<Answer>(server, MUTATION, { article });
  const { article: recorded, ...outcome } = ingestArticle;
  return { place, articleId: recorded.id, slug: recorded.slug, ...outcome };
}
