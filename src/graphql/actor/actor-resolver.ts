import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ActorKind, MentionKind } from '../../domain/vocabulary.ts';
import { callingsOfActors } from '../../store/read/details.ts';
import { findBySlug } from '../../store/read/entities.ts';
import type { Listing } from '../../store/read/listing.ts';
import { ACTORS, EVENTS_OF_ACTOR, MENTIONS_OF_ACTOR, filtered } from '../../store/read/listings.ts';
import type { ActorRow, CallingRow, EventRow, QuoteRow, StatementRow } from '../../store/read/rows.ts';
import { matching } from '../../store/read/search.ts';
import { anyOf } from '../../store/read/statement-filter.ts';
import { assertStorable } from '../../text/storable.ts';
import type { Context } from '../context.ts';
import { EventConnection } from '../event/event-type.ts';
import type { Loaders } from '../loaders.ts';
import { Quote, QuoteConnection } from '../quote/quote-type.ts';
import type { Page } from '../relay/page.ts';
import { PageArgs, pageRequest } from '../relay/page-args.ts';
import { StatementsArgs, pageOfStatements } from '../statement/statements-args.ts';
import { StatementConnection } from '../statement/statement-type.ts';
import { Actor, ActorConnection, Alias, Description } from './actor-type.ts';

@ArgsType()
class ActorsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Words of a name, as a web search box reads them.' })
  search!: string | null;

  @Field(() => ActorKind, { nullable: true, description: 'Only those of one kind.' })
  kind!: ActorKind | null;
}

/**
 * The list of actors that arguments ask for.
 *
 * @throws VerbatimError BAD_USER_INPUT when the words are no text that can be stored
 */
export function actorsListed({ search, kind }: Pick<ActorsArgs, 'search' | 'kind'>): Listing {
  if (search) assertStorable(search, '"search"');
  const conditions = [
    ...(search ? [matching('c.id', 'ACTOR', search)] : []),
    ...(kind ? [anyOf('c.kind', 'actor_kind', [kind])] : []),
  ];
  return filtered(ACTORS, conditions);
}

interface AliasRow extends CallingRow {
  readonly name: string;
}
interface DescriptionRow extends CallingRow {
  readonly text: string;
}

@Resolver(() => Actor)
export class ActorResolver {
  @Query(() => Actor, { nullable: true, description: 'The actor of a slug; null when there is none.' })
  actor(
    @Arg('slug', () => String, { description: 'Its short name.' }) slug: string,
    @Ctx() { sql }: Context,
  ): Promise<ActorRow | null> {
    assertStorable(slug, '"slug"');
    return findBySlug(sql, 'Actor', slug);
  }

  @Query(() => ActorConnection, { description: 'Actors, by slug.' })
  actors(@Args(() => ActorsArgs) args: ActorsArgs, @Ctx() { loaders }: Context): Promise<Page<ActorRow>> {
    return loaders.corpusPage(actorsListed(args), pageRequest(args));
  }

  @FieldResolver(() => [Alias], {
    description: 'Every spelling in the corpus, misspellings included, with where it stands.',
  })
  async aliases(@Root() actor: ActorRow, @Ctx() { loaders }: Context): Promise<AliasRow[]> {
    const callings = await callingsOf(loaders, actor, MentionKind.NAME);
    return callings.map((calling) => ({ ...calling, name: calling.words }));
  }

  @FieldResolver(() => [Description], {
    description: 'What the corpus calls it, such as an office held, with where it says so.',
  })
  async descriptions(@Root() actor: ActorRow, @Ctx() { loaders }: Context): Promise<DescriptionRow[]> {
    const callings = await callingsOf(loaders, actor, MentionKind.DESCRIPTION);
    return callings.map((calling) => ({ ...calling, text: calling.words }));
  }

  @FieldResolver(() => StatementConnection, { description: 'What it says.' })
  statements(
    @Root() actor: ActorRow,
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<StatementRow>> {
    return pageOfStatements(loaders, args, { kind: 'speaker', id: actor.id });
  }

  @FieldResolver(() => EventConnection, { description: 'In what it takes part, earliest first, unknown dates last.' })
  events(
    @Root() actor: ActorRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<EventRow>> {
    return loaders.page(EVENTS_OF_ACTOR, pageRequest(page), actor.id);
  }

  @FieldResolver(() => QuoteConnection, { description: 'Where the corpus names it, in the order of the texts.' })
  mentions(
    @Root() actor: ActorRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<QuoteRow>> {
    return loaders.page(MENTIONS_OF_ACTOR, pageRequest(page), actor.id);
  }
}

@Resolver(() => Alias)
export class AliasResolver {
  @FieldResolver(() => [Quote], {
    description: 'Where it stands: the first hundred places, in the order of the texts.',
  })
  quotes(@Root() { quoteIds }: AliasRow, @Ctx() { loaders }: Context): Promise<QuoteRow[]> {
    return loaders.getMany('Quote', quoteIds);
  }
}

@Resolver(() => Description)
export class DescriptionResolver {
  @FieldResolver(() => [Quote], {
    description: 'Where they stand: the first hundred places, in the order of the texts.',
  })
  quotes(@Root() { quoteIds }: DescriptionRow, @Ctx() { loaders }: Context): Promise<QuoteRow[]> {
    return loaders.getMany('Quote', quoteIds);
  }
}

async function callingsOf(loaders: Loaders, actor: ActorRow, kind: MentionKind): Promise<CallingRow[]> {
  const callings = await loaders.owned(callingsOfActors, actor.id);
  return callings.filter((calling) => calling.kind === kind);
}
