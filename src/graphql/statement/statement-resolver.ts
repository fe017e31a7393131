import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { EvidenceRole } from '../../domain/vocabulary.ts';
import {
  eventsOfStatements,
  evidenceOfStatements,
  hopsOfStatements,
  relationsOfStatements,
  relationsToStatements,
} from '../../store/read/details.ts';
import { independentSourcesOfStatements } from '../../store/read/independent-sources.ts';
import type {
  ActorRow,
  ArticleRow,
  EventRow,
  HopRow,
  QuoteRow,
  RelationRow,
  SourcedDateRow,
  StatementRow,
  UtteranceRow,
} from '../../store/read/rows.ts';
import { Actor } from '../actor/actor-type.ts';
import { Article } from '../article/article-type.ts';
import type { Context } from '../context.ts';
import { sourcedDate } from '../date/sourced-date-resolver.ts';
import { SourcedDate } from '../date/sourced-date-type.ts';
import { Event } from '../event/event-type.ts';
import { Quote } from '../quote/quote-type.ts';
import type { Page } from '../relay/page.ts';
import { Utterance } from '../utterance/utterance-type.ts';
import { StatementsArgs, pageOfStatements } from './statements-args.ts';
import { AttributionHop, Statement, StatementConnection, StatementRelation } from './statement-type.ts';

@Resolver(() => Statement)
export class StatementResolver {
  @Query(() => StatementConnection, { description: 'Statements of the whole corpus.' })
  statements(
    @Args(() => StatementsArgs) args: StatementsArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<StatementRow>> {
    return pageOfStatements(loaders, args, null);
  }

  @FieldResolver(() => Article, { description: 'The article that reports it.' })
  article(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<ArticleRow> {
    return loaders.get('Article', statement.articleId);
  }

  @FieldResolver(() => Actor, { description: 'Who asserts it: the last hop’s actor.' })
  speaker(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<ActorRow> {
    return loaders.get('Actor', statement.speakerId);
  }

  @FieldResolver(() => [AttributionHop], { description: 'From the article’s own voice inwards to the speaker.' })
  attribution(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<HopRow[]> {
    return loaders.owned(hopsOfStatements, statement.id);
  }

  @FieldResolver(() => SourcedDate, {
    nullable: true,
    description: 'When it was said; null where the text does not tell.',
  })
  said(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<SourcedDateRow | null> {
    return sourcedDate(loaders, statement.saidId);
  }

  @FieldResolver(() => [Quote], {
    description: 'The source quotes; never empty for CONTENT, which is what is given unless asked otherwise.',
  })
  quotes(
    @Root() statement: StatementRow,
    @Arg('roles', () => [EvidenceRole], {
      nullable: true,
      defaultValue: [EvidenceRole.CONTENT],
      description: 'Evidence of what.',
    })
    roles: EvidenceRole[] | null,
    @Ctx() { loaders }: Context,
  ): Promise<QuoteRow[]> {
    const wanted = [...new Set(roles ?? [EvidenceRole.CONTENT])];
    return loaders.owned(
      (sql, ids) => evidenceOfStatements(sql, ids, wanted),
      statement.id,
      `evidence ${wanted.join(' ')}`,
    );
  }

  @FieldResolver(() => [Event], { description: 'What it is about, by slug.' })
  events(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<EventRow[]> {
    return loaders.owned(eventsOfStatements, statement.id);
  }

  @FieldResolver(() => Utterance, {
    description: 'The act of saying that this renders, with every other rendering of it.',
  })
  utterance(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<UtteranceRow> {
    return loaders.get('Utterance', statement.utteranceId);
  }

  @FieldResolver(() => [StatementRelation], {
    description: 'How it bears on other statements: "this one SUPERSEDES that one". A contradiction is read on both.',
  })
  relations(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<RelationRow[]> {
    return loaders.owned(relationsOfStatements, statement.id);
  }

  @FieldResolver(() => [StatementRelation], {
    description: 'How other statements bear on it: "that one SUPERSEDES this one".',
  })
  incomingRelations(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<RelationRow[]> {
    return loaders.owned(relationsToStatements, statement.id);
  }

  @FieldResolver(() => Int, { description: 'Origins that report it, articles that copy from each other counted once.' })
  async independentSources(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<number> {
    const [sources] = await loaders.owned(independentSourcesOfStatements, statement.id);
    return sources?.count ?? 0;
  }
}

@Resolver(() => AttributionHop)
export class AttributionHopResolver {
  @FieldResolver(() => Actor, { description: 'Who passes it on, or says it.' })
  actor(@Root() { actorId }: HopRow, @Ctx() { loaders }: Context): Promise<ActorRow> {
    return loaders.get('Actor', actorId);
  }

  @FieldResolver(() => Quote, { nullable: true, description: 'The words that tell that it was said.' })
  async cue(@Root() { cueId }: HopRow, @Ctx() { loaders }: Context): Promise<QuoteRow | null> {
    return cueId === null ? null : loaders.get('Quote', cueId);
  }

  @FieldResolver(() => Quote, { nullable: true, description: 'The words that tell who said it.' })
  async source(@Root() { sourceId }: HopRow, @Ctx() { loaders }: Context): Promise<QuoteRow | null> {
    return sourceId === null ? null : loaders.get('Quote', sourceId);
  }
}

@Resolver(() => StatementRelation)
export class StatementRelationResolver {
  @FieldResolver(() => Statement, { description: 'The other statement.' })
  statement(@Root() { statementId }: RelationRow, @Ctx() { loaders }: Context): Promise<StatementRow> {
    return loaders.get('Statement', statementId);
  }
}
