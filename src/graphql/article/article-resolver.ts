import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { coverageOfArticles } from '../../store/read/coverage.ts';
import { creditsOfArticles, furnitureOfArticles } from '../../store/read/details.ts';
import { derivationsOfArticles, type DerivationRow } from '../../store/read/derivations.ts';
import { findBySlug } from '../../store/read/entities.ts';
import {
  ACTORS_OF_ARTICLE,
  ARTICLES,
  EVENTS_OF_ARTICLE,
  QUOTES_OF_ARTICLE,
  VERSIONS_OF_ARTICLE,
} from '../../store/read/listings.ts';
import type {
  ActorRow,
  ArticleRow,
  ArticleVersionRow,
  CoverageRow,
  CreditRow,
  EventRow,
  FurnitureRow,
  QuoteRow,
  SourcedDateRow,
  StatementRow,
} from '../../store/read/rows.ts';
import { assertStorable } from '../../text/storable.ts';
import { Actor, ActorConnection } from '../actor/actor-type.ts';
import type { Context } from '../context.ts';
import { sourcedDate } from '../date/sourced-date-resolver.ts';
import { SourcedDate } from '../date/sourced-date-type.ts';
import { Derivation } from '../derivation/derivation-type.ts';
import { EventConnection } from '../event/event-type.ts';
import { Quote, QuoteConnection } from '../quote/quote-type.ts';
import type { Page } from '../relay/page.ts';
import { PageArgs, pageRequest } from '../relay/page-args.ts';
import { SHA256 } from '../scalars.ts';
import { StatementsArgs, pageOfStatements } from '../statement/statements-args.ts';
import { StatementConnection } from '../statement/statement-type.ts';
import { ArticleVersion, ArticleVersionConnection } from '../version/version-type.ts';
import { Article, ArticleConnection, Coverage, Credit, Furniture } from './article-type.ts';

@Resolver(() => Article)
export class ArticleResolver {
  @Query(() => Article, { nullable: true, description: 'The article of a slug; null when there is none.' })
  article(
    @Arg('slug', () => String, { description: 'Its short name.' }) slug: string,
    @Ctx() { sql }: Context,
  ): Promise<ArticleRow | null> {
    assertStorable(slug, '"slug"');
    return findBySlug(sql, 'Article', slug);
  }

  @Query(() => ArticleConnection, { description: 'All articles, in the order in which they were recorded.' })
  articles(@Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: Context): Promise<Page<ArticleRow>> {
    return loaders.corpusPage(ARTICLES, pageRequest(page));
  }

  @FieldResolver(() => Quote, { nullable: true, description: 'Where the text gives the title.' })
  async titleQuote(@Root() { titleQuoteId }: ArticleRow, @Ctx() { loaders }: Context): Promise<QuoteRow | null> {
    return titleQuoteId === null ? null : loaders.get('Quote', titleQuoteId);
  }

  @FieldResolver(() => [Credit], {
    description: 'Who wrote, edited and published it, each as far as the text itself tells.',
  })
  credits(@Root() article: ArticleRow, @Ctx() { loaders }: Context): Promise<CreditRow[]> {
    return loaders.owned(creditsOfArticles, article.id);
  }

  @FieldResolver(() => SourcedDate, {
    nullable: true,
    description: 'When it was published; null where nothing tells.',
  })
  published(@Root() article: ArticleRow, @Ctx() { loaders }: Context): Promise<SourcedDateRow | null> {
    return sourcedDate(loaders, article.publishedId);
  }

  @FieldResolver(() => ArticleVersion, { description: 'The newest version.' })
  currentVersion(@Root() article: ArticleRow, @Ctx() { loaders }: Context): Promise<ArticleVersionRow> {
    return loaders.get('ArticleVersion', article.currentVersionId);
  }

  @FieldResolver(() => ArticleVersionConnection, { description: 'All versions, the first one first.' })
  versions(
    @Root() article: ArticleRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<ArticleVersionRow>> {
    return loaders.page(VERSIONS_OF_ARTICLE, pageRequest(page), article.id);
  }

  @FieldResolver(() => String, { description: 'The current version’s text.' })
  async text(@Root() article: ArticleRow, @Ctx() { loaders }: Context): Promise<string> {
    return (await loaders.get('ArticleVersion', article.currentVersionId)).text;
  }

  @FieldResolver(() => SHA256, { description: 'The hash of the current version’s text.' })
  async sha256(@Root() article: ArticleRow, @Ctx() { loaders }: Context): Promise<string> {
    return (await loaders.get('ArticleVersion', article.currentVersionId)).sha256;
  }

  @FieldResolver(() => StatementConnection, { description: 'What it reports, and what it asserts itself.' })
  statements(
    @Root() article: ArticleRow,
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<StatementRow>> {
    return pageOfStatements(loaders, args, { kind: 'article', id: article.id });
  }

  @FieldResolver(() => QuoteConnection, {
    description: 'All evidence taken from its current version, in the order of the text.',
  })
  quotes(
    @Root() article: ArticleRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<QuoteRow>> {
    return loaders.page(QUOTES_OF_ARTICLE, pageRequest(page), article.id);
  }

  @FieldResolver(() => ActorConnection, { description: 'Those whom it names or through whom it speaks, by slug.' })
  actors(
    @Root() article: ArticleRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<ActorRow>> {
    return loaders.page(ACTORS_OF_ARTICLE, pageRequest(page), article.id);
  }

  @FieldResolver(() => EventConnection, { description: 'What it tells of, earliest first, unknown dates last.' })
  events(
    @Root() article: ArticleRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<EventRow>> {
    return loaders.page(EVENTS_OF_ARTICLE, pageRequest(page), article.id);
  }

  @FieldResolver(() => [Derivation], {
    description:
      'Other articles that this one shares passages with, or was made from, or that were made from it; most shared first, fifty at most.',
  })
  derivations(@Root() article: ArticleRow, @Ctx() { loaders }: Context): Promise<DerivationRow[]> {
    return loaders.owned(derivationsOfArticles, article.id);
  }

  @FieldResolver(() => Coverage, { description: 'How much of the current text the statements account for.' })
  async coverage(@Root() article: ArticleRow, @Ctx() { loaders }: Context): Promise<CoverageRow> {
    const [coverage] = await loaders.owned(coverageOfArticles, article.id);
    return coverage ?? { sentences: 0, evidencedSentences: 0, quotations: 0, evidencedQuotations: 0 };
  }

  @FieldResolver(() => [Furniture], { description: 'Captions, menus, appeals and the like, in the order of the text.' })
  furniture(@Root() article: ArticleRow, @Ctx() { loaders }: Context): Promise<FurnitureRow[]> {
    return loaders.owned(furnitureOfArticles, article.id);
  }
}

@Resolver(() => Credit)
export class CreditResolver {
  @FieldResolver(() => Actor, { description: 'Who did it.' })
  actor(@Root() { actorId }: CreditRow, @Ctx() { loaders }: Context): Promise<ActorRow> {
    return loaders.get('Actor', actorId);
  }

  @FieldResolver(() => [Quote], { description: 'The words that tell so.' })
  quotes(@Root() { quoteIds }: CreditRow, @Ctx() { loaders }: Context): Promise<QuoteRow[]> {
    return loaders.getMany('Quote', quoteIds);
  }
}

@Resolver(() => Furniture)
export class FurnitureResolver {
  @FieldResolver(() => Quote, { description: 'The words.' })
  quote(@Root() { quoteId }: FurnitureRow, @Ctx() { loaders }: Context): Promise<QuoteRow> {
    return loaders.get('Quote', quoteId);
  }
}
