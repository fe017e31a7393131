import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { previousVersions } from '../../store/read/details.ts';
import type { ArticleRow, ArticleVersionRow } from '../../store/read/rows.ts';
import { Article } from '../article/article-type.ts';
import type { Context } from '../context.ts';
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
