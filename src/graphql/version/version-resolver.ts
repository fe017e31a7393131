import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { diffVersions, type PassageChange as Change } from '../../compare/version-diff.ts';
import { VerbatimError } from '../../domain/errors.ts';
import { previousVersions, versionsByNumber } from '../../store/read/details.ts';
import { quoteTaker } from '../../store/read/quote-at.ts';
import type { ArticleRow, ArticleVersionRow, QuoteRow } from '../../store/read/rows.ts';
import type { Span } from '../../text/span.ts';
import { Article } from '../article/article-type.ts';
import type { Context } from '../context.ts';
import { Quote } from '../quote/quote-type.ts';
import { PassageChange, VersionDiff } from './version-diff-type.ts';
import { ArticleVersion } from './version-type.ts';

@Resolver(() => ArticleVersion)
export class ArticleVersionResolver {
  @FieldResolver(() => Article, { description: 'The article of which it is a version.' })
  article(@Root() version: ArticleVersionRow, @Ctx() { loaders }: Context): Promise<ArticleRow> {
    return loaders.get('Article', version.articleId);
  }

  @FieldResolver(() => ArticleVersion, {
    nullable: true,
    description: 'The version before it; null for the first one.',
  })
  async previous(@Root() version: ArticleVersionRow, @Ctx() { loaders }: Context): Promise<ArticleVersionRow | null> {
    const [previous] = await loaders.owned(previousVersions, version.id);
    return previous ? loaders.get('ArticleVersion', previous.id) : null;
  }
}

/** The longest texts that are compared while somebody waits, in UTF-16 units: both together. */
const LONGEST_COMPARED = 400_000;

/** A change with the quotes of its sides. */
interface QuotedChange {
  readonly change: Change['change'];
  readonly similarity: number | null;
  readonly kinds: readonly string[];
  readonly edits: readonly unknown[];
  readonly before: QuoteRow | null;
  readonly after: QuoteRow | null;
}

@Resolver(() => Article)
export class VersionDiffResolver {
  @FieldResolver(() => VersionDiff, {
    description:
      'What changed in quotations and sentences between two of its versions. Texts of 400,000 characters together at most.',
  })
  async versionDiff(
    @Root() article: ArticleRow,
    @Arg('from', () => Int, { description: 'The number of the earlier version.' }) from: number,
    @Arg('to', () => Int, { description: 'The number of the later one.' }) to: number,
    @Ctx() { loaders }: Context,
  ): Promise<{ quotations: QuotedChange[]; sentences: QuotedChange[] }> {
    const versions = await loaders.owned(versionsByNumber, article.id);
    const [before, after] = [from, to].map((number) => {
      const version = versions.find((candidate) => candidate.number === number);
      if (version) return version;
      throw new VerbatimError(
        'BAD_USER_INPUT',
        `${article.slug} has no version ${String(number)}: there are ${String(versions.length)}.`,
      );
    }) as [ArticleVersionRow, ArticleVersionRow];
    if (before.text.length + after.text.length > LONGEST_COMPARED) {
      throw new VerbatimError('BAD_USER_INPUT', 'These versions are too long to be compared while somebody waits.');
    }
    const [takeBefore, takeAfter] = [quoteTaker(before), quoteTaker(after)];
    const quoted = (change: Change): QuotedChange => ({
      similarity: null,
      kinds: [],
      edits: [],
      ...change,
      before: taken(takeBefore, change.before),
      after: taken(takeAfter, change.after),
    });
    const { quotations, sentences } = diffVersions(before.text, after.text);
    return { quotations: quotations.map(quoted), sentences: sentences.map(quoted) };
  }
}

@Resolver(() => PassageChange)
export class PassageChangeResolver {
  @FieldResolver(() => Quote, {
    nullable: true,
    description: 'The words in the earlier version; null for what is new.',
  })
  before(@Root() { before }: QuotedChange): QuoteRow | null {
    return before;
  }

  @FieldResolver(() => Quote, { nullable: true, description: 'The words in the later version; null for what is gone.' })
  after(@Root() { after }: QuotedChange): QuoteRow | null {
    return after;
  }
}

const taken = (take: (span: Span) => QuoteRow, span: Span | null): QuoteRow | null =>
  span === null ? null : take(span);
