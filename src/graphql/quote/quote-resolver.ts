import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { reanchor } from '../../anchor/reanchor.ts';
import { quoteTaker } from '../../store/read/quote-at.ts';
import { anchorsOfQuotes } from '../../store/read/details.ts';
import type { AnchorRow, ArticleRow, ArticleVersionRow, QuoteRow, StatementRow } from '../../store/read/rows.ts';
import { listStatements } from '../../store/read/statement-filter.ts';
import { Article } from '../article/article-type.ts';
import type { Context } from '../context.ts';
import type { Page } from '../relay/page.ts';
import { PageArgs, pageRequest } from '../relay/page-args.ts';
import { AbsoluteURL } from '../scalars.ts';
import { StatementConnection } from '../statement/statement-type.ts';
import { ArticleVersion } from '../version/version-type.ts';
import { textFragmentUrl } from './text-fragment.ts';
import { Anchor, Quote } from './quote-type.ts';

/** An anchor with its quote, where that is at hand already. */
interface FoundAnchor extends AnchorRow {
  readonly quote: QuoteRow | null;
}

@Resolver(() => Quote)
export class QuoteResolver {
  @FieldResolver(() => Article, { description: 'The article that it was taken from.' })
  article(@Root() quote: QuoteRow, @Ctx() { loaders }: Context): Promise<ArticleRow> {
    return loaders.get('Article', quote.articleId);
  }

  @FieldResolver(() => ArticleVersion, { description: 'The version that it was taken from.' })
  version(@Root() quote: QuoteRow, @Ctx() { loaders }: Context): Promise<ArticleVersionRow> {
    return loaders.get('ArticleVersion', quote.versionId);
  }

  @FieldResolver(() => Anchor, { description: 'Where it stands in the article’s current version.' })
  async anchor(@Root() quote: QuoteRow, @Ctx() { loaders }: Context): Promise<FoundAnchor> {
    const [anchor] = await loaders.owned(anchorsOfQuotes, quote.id);
    if (anchor) return { ...anchor, quote: null };
    // A quote that nobody has recorded is looked for in the current version itself.
    const { currentVersionId } = await loaders.get('Article', quote.articleId);
    if (currentVersionId === quote.versionId) return { state: 'ANCHORED', quoteId: quote.id, quote };
    const version = await loaders.get('ArticleVersion', currentVersionId);
    const { state, span } = reanchor(quote, version.text);
    return { state, quoteId: null, quote: span && quoteTaker(version)(span) };
  }

  @FieldResolver(() => AbsoluteURL, {
    nullable: true,
    description: 'URL of the article with a text fragment that scrolls to it; null where the article has no URL.',
  })
  async deepLink(@Root() quote: QuoteRow, @Ctx() { loaders }: Context): Promise<string | null> {
    const { url } = await loaders.get('Article', quote.articleId);
    return url === null ? null : textFragmentUrl(url, quote);
  }

  @FieldResolver(() => StatementConnection, { description: 'The statements that it is evidence of, in any role.' })
  statements(
    @Root() quote: QuoteRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<StatementRow>> {
    return loaders.page(listStatements('quote', 'TEXT_POSITION', {}), pageRequest(page), quote.id);
  }
}

@Resolver(() => Anchor)
export class AnchorResolver {
  @FieldResolver(() => Quote, { nullable: true, description: 'The quote in the current version; null when orphaned.' })
  async quote(@Root() { quoteId, quote }: FoundAnchor, @Ctx() { loaders }: Context): Promise<QuoteRow | null> {
    return quote ?? (quoteId === null ? null : loaders.find('Quote', quoteId));
  }
}
