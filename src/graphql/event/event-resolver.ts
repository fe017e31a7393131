import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { readEdtf } from '../../domain/edtf.ts';
import { EventType } from '../../domain/vocabulary.ts';
import { participantsOfEvents } from '../../store/read/details.ts';
import { findBySlug } from '../../store/read/entities.ts';
import type { Listing } from '../../store/read/listing.ts';
import { EVENTS, MENTIONS_OF_EVENT, filtered } from '../../store/read/listings.ts';
import type {
  ActorRow,
  EventRow,
  ParticipantRow,
  QuoteRow,
  SourcedDateRow,
  StatementRow,
} from '../../store/read/rows.ts';
import { anyOf, notAfter, notBefore } from '../../store/read/statement-filter.ts';
import { assertStorable } from '../../text/storable.ts';
import { Actor } from '../actor/actor-type.ts';
import type { Context } from '../context.ts';
import { sourcedDate } from '../date/sourced-date-resolver.ts';
import { SourcedDate } from '../date/sourced-date-type.ts';
import { QuoteConnection } from '../quote/quote-type.ts';
import type { Page } from '../relay/page.ts';
import { PageArgs, pageRequest } from '../relay/page-args.ts';
import { EDTF } from '../scalars.ts';
import { StatementsArgs, pageOfStatements } from '../statement/statements-args.ts';
import { StatementConnection } from '../statement/statement-type.ts';
import { Event, EventConnection, Participant } from './event-type.ts';

@ArgsType()
class EventsArgs extends PageArgs {
  @Field(() => [EventType], { nullable: true, description: 'Only those of these types.' })
  type!: EventType[] | null;

  @Field(() => EDTF, { nullable: true, description: 'Only those that may have happened at this time or later.' })
  from!: string | null;

  @Field(() => EDTF, { nullable: true, description: 'Only those that may have happened at this time or earlier.' })
  to!: string | null;
}

/**
 * The list of events that arguments ask for.
 *
 * @throws VerbatimError BAD_USER_INPUT when a time is none
 */
export function eventsListed({ type, from, to }: Pick<EventsArgs, 'type' | 'from' | 'to'>): Listing {
  const [earliest, latest] = [from ? readEdtf(from).earliest : null, to ? readEdtf(to).latest : null];
  const conditions = [
    ...(type ? [anyOf('e.type', 'event_type', type)] : []),
    ...(from || to ? [() => 'e.occurred_id IS NOT NULL'] : []),
    ...(earliest ? [notBefore('e.occurred_latest', earliest)] : []),
    ...(latest ? [notAfter('e.occurred_earliest', latest)] : []),
  ];
  return filtered(EVENTS, conditions);
}

@Resolver(() => Event)
export class EventResolver {
  @Query(() => Event, { nullable: true, description: 'The event of a slug; null when there is none.' })
  event(
    @Arg('slug', () => String, { description: 'Its short name.' }) slug: string,
    @Ctx() { sql }: Context,
  ): Promise<EventRow | null> {
    assertStorable(slug, '"slug"');
    return findBySlug(sql, 'Event', slug);
  }

  @Query(() => EventConnection, {
    description: 'Events, earliest first. Those of unknown date come last, and not at all when a time is asked for.',
  })
  events(@Args(() => EventsArgs) args: EventsArgs, @Ctx() { loaders }: Context): Promise<Page<EventRow>> {
    return loaders.corpusPage(eventsListed(args), pageRequest(args));
  }

  @FieldResolver(() => SourcedDate, { nullable: true, description: 'When it happened; null where nothing tells.' })
  occurred(@Root() event: EventRow, @Ctx() { loaders }: Context): Promise<SourcedDateRow | null> {
    return sourcedDate(loaders, event.occurredId);
  }

  @FieldResolver(() => [Participant], { description: 'Who did it, to whom, and where.' })
  participants(@Root() event: EventRow, @Ctx() { loaders }: Context): Promise<ParticipantRow[]> {
    return loaders.owned(participantsOfEvents, event.id);
  }

  @FieldResolver(() => QuoteConnection, { description: 'Where the corpus tells of it, in the order of the texts.' })
  mentions(
    @Root() event: EventRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<QuoteRow>> {
    return loaders.page(MENTIONS_OF_EVENT, pageRequest(page), event.id);
  }

  @FieldResolver(() => StatementConnection, { description: 'The statements whose content tells of it.' })
  statements(
    @Root() event: EventRow,
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<StatementRow>> {
    return pageOfStatements(loaders, args, { kind: 'event', id: event.id });
  }
}

@Resolver(() => Participant)
export class ParticipantResolver {
  @FieldResolver(() => Actor, { description: 'Who takes part.' })
  actor(@Root() { actorId }: ParticipantRow, @Ctx() { loaders }: Context): Promise<ActorRow> {
    return loaders.get('Actor', actorId);
  }
}
