import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { compareQuotes, type Variant } from '../../compare/variants.ts';
import type { DerivationRow } from '../../store/read/derivations.ts';
import type { ArticleRow, QuoteRow } from '../../store/read/rows.ts';
import { Article } from '../article/article-type.ts';
import type { Context } from '../context.ts';
import { QuoteVariant } from '../utterance/utterance-type.ts';
import { Derivation } from './derivation-type.ts';

@Resolver(() => Derivation)
export class DerivationResolver {
  @FieldResolver(() => Article, { description: 'The other article.' })
  article(@Root() { articleId }: DerivationRow, @Ctx() { loaders }: Context): Promise<ArticleRow> {
    return loaders.get('Article', articleId);
  }

  @FieldResolver(() => [QuoteVariant], {
    description:
      'What they share, word by word: the left quotes are those of the article recorded first, in the order of its text.',
  })
  async passages(
    @Root() { leftIds, rightIds }: DerivationRow,
    @Ctx() { loaders }: Context,
  ): Promise<Variant<QuoteRow>[]> {
    const [lefts, rights] = await Promise.all([loaders.getMany('Quote', leftIds), loaders.getMany('Quote', rightIds)]);
    return lefts.flatMap((left, index) => {
      const right = rights[index];
      return right ? [compareQuotes(left, right)] : [];
    });
  }
}
