import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { VerbatimError } from '../../domain/errors.ts';
import { ingestArticles, type IngestedArticle } from '../../ingest/ingest-articles.ts';
import { extracting } from '../../ingest/ingest-sources.ts';
import { articleFrom } from '../../ingest/sources/article-from.ts';
import type { ArticleFormat, IncomingArticle } from '../../ingest/sources/incoming-article.ts';
import type { ArticleRow } from '../../store/read/rows.ts';
import { assertStorable } from '../../text/storable.ts';
import { Article } from '../article/article-type.ts';
import { authorOf, type Context } from '../context.ts';
import { ArticleInput, IngestPayload } from './ingest-type.ts';

interface IngestResult extends IngestedArticle {
  readonly revision: number;
}

@Resolver(() => IngestPayload)
export class IngestResolver {
  @Authorized('EDITOR')
  @Mutation(() => IngestPayload, {
    description:
      'Brings an article in: keeps its text, proposes what it reports, and compares it with all others. The same text twice is nothing new; a changed one is a new version.',
  })
  async ingestArticle(
    @Arg('article', () => ArticleInput, { description: 'The article.' }) input: ArticleInput,
    @Ctx() context: Context,
  ): Promise<IngestResult> {
    const incoming = incomingArticle(input);
    const extraction = await extracting(context.extractor, incoming);
    const { revision, articles } = await ingestArticles(context.store, authorOf(context), [{ incoming, extraction }]);
    const [article] = articles;
    if (!article) throw new Error('an article was brought in and nothing became of it');
    context.seen.broughtIn(article.outcome);
    return context.written({ revision, ...article });
  }

  @FieldResolver(() => Article, { description: 'The article as it is now.' })
  article(@Root() { articleId }: IngestResult, @Ctx() { loaders }: Context): Promise<ArticleRow> {
    return loaders.get('Article', articleId);
  }
}

function incomingArticle({ text, markdown, html, source, ...declared }: ArticleInput): IncomingArticle {
  const given = Object.entries({ text, markdown, html } satisfies Record<ArticleFormat, unknown>).flatMap(
    ([format, content]) =>
      content === null || content === undefined ? [] : [{ format: format as ArticleFormat, content }],
  );
  const [only, other] = given;
  if (!only || other) {
    throw new VerbatimError('BAD_USER_INPUT', '"article" needs one of "text", "markdown" and "html", and one alone.');
  }
  if (source) assertStorable(source, '"article.source"');
  return articleFrom(only.content, only.format, declared, 'the article', source ?? undefined);
}
