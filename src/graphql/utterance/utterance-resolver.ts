import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { renderingsOfUtterances } from '../../store/read/details.ts';
import { UTTERANCES } from '../../store/read/listings.ts';
import type { ActorRow, SourcedDateRow, StatementRow, UtteranceRow } from '../../store/read/rows.ts';
import { Actor } from '../actor/actor-type.ts';
import type { Context } from '../context.ts';
import { sourcedDate } from '../date/sourced-date-resolver.ts';
import { SourcedDate } from '../date/sourced-date-type.ts';
import type { Page } from '../relay/page.ts';
import { PageArgs, pageRequest } from '../relay/page-args.ts';
import { Statement } from '../statement/statement-type.ts';
import { Utterance, UtteranceConnection } from './utterance-type.ts';

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
}
