import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { findVariants, type Variant } from '../../compare/variants.ts';
import { contentOfStatements, renderingsOfUtterances } from '../../store/read/details.ts';
import { UTTERANCES } from '../../store/read/listings.ts';
import type { ActorRow, QuoteRow, SourcedDateRow, StatementRow, UtteranceRow } from '../../store/read/rows.ts';
import { Actor } from '../actor/actor-type.ts';
import type { Context } from '../context.ts';
import { sourcedDate } from '../date/sourced-date-resolver.ts';
import { SourcedDate } from '../date/sourced-date-type.ts';
import type { Page } from '../relay/page.ts';
import { PageArgs, pageRequest } from '../relay/page-args.ts';
import { Quote } from '../quote/quote-type.ts';
import { Statement } from '../statement/statement-type.ts';
import { QuoteVariant, Utterance, UtteranceConnection } from './utterance-type.ts';

/** Comparing each rendering with each other one grows with the square of their number. */
export const MOST_COMPARED = 20;

@Resolver(() => Utterance)
export class UtteranceResolver {
  @Query(() => UtteranceConnection, { description: 'Utterances, in the order in which they were recorded.' })
  utterances(@Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: Context): Promise<Page<UtteranceRow>> {
    return loaders.corpusPage(UTTERANCES, pageRequest(page));
  }

  @FieldResolver(() => Actor, {
    description: 'Who said it; where renderings differ, the innermost source that any of them names.',
  })
  speaker(@Root() utterance: UtteranceRow, @Ctx() { loaders }: Context): Promise<ActorRow> {
    return loaders.get('Actor', utterance.speakerId);
  }

  @FieldResolver(() => SourcedDate, {
    nullable: true,
    description: 'When it was said: the most precise date that a rendering gives.',
  })
  said(@Root() utterance: UtteranceRow, @Ctx() { loaders }: Context): Promise<SourcedDateRow | null> {
    return sourcedDate(loaders, utterance.saidId);
  }

  @FieldResolver(() => [Statement], { description: 'The statements that render it, in the order of the texts.' })
  renderings(@Root() utterance: UtteranceRow, @Ctx() { loaders }: Context): Promise<StatementRow[]> {
    return loaders.owned(renderingsOfUtterances, utterance.id);
  }

  @FieldResolver(() => [QuoteVariant], {
    description:
      'Its quotes of different renderings, compared: each with the one that is most like it. Of more than twenty renderings the first twenty.',
  })
  async variants(@Root() utterance: UtteranceRow, @Ctx() { loaders }: Context): Promise<Variant<QuoteRow>[]> {
    const renderings = await loaders.owned(renderingsOfUtterances, utterance.id);
    return findVariants(
      await Promise.all(renderings.slice(0, MOST_COMPARED).map(({ id }) => loaders.owned(contentOfStatements, id))),
    );
  }
}

@Resolver(() => QuoteVariant)
export class QuoteVariantResolver {
  @FieldResolver(() => Quote, { description: 'The quote of the earlier rendering, in the order of the texts.' })
  left(@Root() { left }: Variant<QuoteRow>): QuoteRow {
    return left;
  }

  @FieldResolver(() => Quote, { description: 'The quote of the later one.' })
  right(@Root() { right }: Variant<QuoteRow>): QuoteRow {
    return right;
  }
}
