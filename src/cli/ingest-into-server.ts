import type { IngestedArticle } from '../ingest/ingest-articles.ts';
import type { BadSource, IncomingArticle } from '../ingest/sources/incoming-article.ts';
import { VerbatimError } from '../domain/errors.ts';
import { askServer, type ServerOfStore } from './server-of-store.ts';

/** How many articles are sent before the first of them is answered. */
const UNDER_WAY = 4;

/** What a server says of an article that it does not take; the next ones it may take. */
const REFUSED: ReadonlySet<string> = new Set(['BAD_USER_INPUT', 'CONFLICT', 'REQUEST_TOO_LARGE']);

/**
 * Brings articles in through the server to which the store belongs, and tells what became of them in their order. What is yielded
 * is recorded for good. An article that the server refuses is a bad source too.
 *
 * @throws VerbatimError at the first bad source, if these are to stop it; UNAVAILABLE when the server is gone
 */
export async function* ingestIntoServer(
  server: ServerOfStore,
  sources: AsyncIterable<IncomingArticle | BadSource>,
  { strict }: { readonly strict: boolean },
): AsyncGenerator<IngestedArticle | BadSource> {
  const underWay: Promise<IngestedArticle | BadSource>[] = [];
  let names: (readonly string[])[] = [];
  for await (const source of sources) {
    if ('message' in source) {
      if (strict && !source.skipped) {
        yield* finished(underWay);
        throw new VerbatimError('BAD_USER_INPUT', source.message);
      }
      names.push([]);
      underWay.push(Promise.resolve(source));
    } else {
      // Which of two versions of an article comes first must not be left to chance.
      const own = [source.key, source.text];
      if (names.flat().some((name) => own.includes(name))) {
        yield* finished(underWay.splice(0));
        names = [];
      }
      names.push(own);
      underWay.push(sendTo(server, source, strict));
    }
    if (underWay.length >= UNDER_WAY) {
      yield* finished(underWay.splice(0, 1));
      names.shift();
    }
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

interface Answer {
  readonly ingestArticle: Omit<IngestedArticle, 'place' | 'articleId' | 'slug'> & {
    readonly article: { readonly id: string; readonly slug: string };
  };
}

async function sendTo(
  server: ServerOfStore,
  { text, key, declared, place }: IncomingArticle,
  strict: boolean,
): Promise<IngestedArticle | BadSource> {
  const article = { ...declared, text, ...(key.startsWith('id:') ? { id: key.slice('id:'.length) } : { source: key }) };
  try {
    const { ingestArticle } = await askServer<Answer>(server, MUTATION, { article });
    const { article: recorded, ...outcome } = ingestArticle;
    return { place, articleId: recorded.id, slug: recorded.slug, ...outcome };
  } catch (error) {
    if (strict || !(error instanceof VerbatimError && REFUSED.has(error.code))) throw error;
    // The server knows no files: to it, each of them is "the article".
    const said = /^the article\b/.test(error.message)
      ? error.message.slice('the article'.length)
      : `: ${error.message}`;
    return { place, message: place + said, skipped: false };
  }
}
