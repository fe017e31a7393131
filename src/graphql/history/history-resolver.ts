import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import {
  changesOfStatements,
  mergesIntoActors,
  namesakesOfActors,
  REVISIONS,
  revisionsByNumber,
  type ActorMergeRow,
  type RevisionRow,
  type StatementChangeRow,
} from '../../store/read/history.ts';
import type { ActorRow, ArticleVersionRow, StatementRow } from '../../store/read/rows.ts';
import { Actor } from '../actor/actor-type.ts';
import type { Context } from '../context.ts';
import type { Loaders } from '../loaders.ts';
import { toGlobalId } from '../relay/global-id.ts';
import type { Page } from '../relay/page.ts';
import { PageArgs, pageRequest } from '../relay/page-args.ts';
import { Statement } from '../statement/statement-type.ts';
import { ArticleVersion } from '../version/version-type.ts';
import { ActorMerge, Revision, RevisionConnection, StatementChange } from './history-type.ts';

/** A revision that something was written in. */
export async function revisionOf(loaders: Loaders, number: number): Promise<RevisionRow> {
  const [revision] = await loaders.owned(revisionsByNumber, String(number));
  if (!revision) throw new Error(`revision ${String(number)} is referred to and not there`);
  return revision;
}

@Resolver(() => Revision)
export class RevisionResolver {
  @Query(() => Revision, { nullable: true, description: 'The revision of a number; null when there is none yet.' })
  async revision(
    @Arg('number', () => Int, { description: 'From 1.' }) number: number,
    @Ctx() { loaders }: Context,
  ): Promise<RevisionRow | null> {
    const [revision] = await loaders.owned(revisionsByNumber, String(number));
    return revision ?? null;
  }

  @Query(() => RevisionConnection, { description: 'Every write, the newest first.' })
  revisions(@Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: Context): Promise<Page<RevisionRow>> {
    return loaders.corpusPage(REVISIONS, pageRequest(page));
  }
}

@Resolver(() => Statement)
export class StatementHistoryResolver {
  @FieldResolver(() => [StatementChange], {
    description:
      'Who did what to it and when, the earliest first; of one that stands in place of others, what became of those too.',
  })
  history(@Root() statement: StatementRow, @Ctx() { loaders }: Context): Promise<StatementChangeRow[]> {
    return loaders.owned(changesOfStatements, statement.id);
  }
}

@Resolver(() => StatementChange)
export class StatementChangeResolver {
  @FieldResolver(() => Revision, { description: 'When it happened, and who did it.' })
  revision(@Root() { revision }: StatementChangeRow, @Ctx() { loaders }: Context): Promise<RevisionRow> {
    return revisionOf(loaders, revision);
  }

  @FieldResolver(() => Statement, { description: 'The statement that it happened to.' })
  statement(@Root() { statementId }: StatementChangeRow, @Ctx() { loaders }: Context): Promise<StatementRow> {
    return loaders.get('Statement', statementId);
  }

  @FieldResolver(() => Statement, { nullable: true, description: 'What stands in its place, once it was corrected.' })
  async replacement(
    @Root() { replacementId }: StatementChangeRow,
    @Ctx() { loaders }: Context,
  ): Promise<StatementRow | null> {
    return replacementId === null ? null : loaders.get('Statement', replacementId);
  }
}

@Resolver(() => ArticleVersion)
export class VersionHistoryResolver {
  @FieldResolver(() => Revision, { description: 'The write that brought it in.' })
  recordedIn(@Root() { revision }: ArticleVersionRow, @Ctx() { loaders }: Context): Promise<RevisionRow> {
    return revisionOf(loaders, revision);
  }
}

@Resolver(() => Actor)
export class ActorHistoryResolver {
  @FieldResolver(() => [ActorMerge], {
    description: 'Those that were found to be this actor, undone merges among them, the earliest first.',
  })
  merges(@Root() actor: ActorRow, @Ctx() { loaders }: Context): Promise<ActorMergeRow[]> {
    return loaders.owned(mergesIntoActors, actor.id);
  }

  @FieldResolver(() => [Actor], {
    description: 'Actors of the same name that stand apart: perhaps the same, which a person has to say.',
  })
  namesakes(@Root() actor: ActorRow, @Ctx() { loaders }: Context): Promise<ActorRow[]> {
    return loaders.owned(namesakesOfActors, actor.id);
  }
}

@Resolver(() => ActorMerge)
export class ActorMergeResolver {
  @FieldResolver(() => ID)
  id(@Root() { id }: ActorMergeRow): string {
    return toGlobalId({ __typename: 'Actor', id, slug: '', name: '', kind: 'UNNAMED' });
  }

  @FieldResolver(() => Revision, { description: 'When they were merged, and by whom.' })
  revision(@Root() { revision }: ActorMergeRow, @Ctx() { loaders }: Context): Promise<RevisionRow> {
    return revisionOf(loaders, revision);
  }

  @FieldResolver(() => Revision, { nullable: true, description: 'When that was undone; null while the merge stands.' })
  async undone(@Root() { undoneIn }: ActorMergeRow, @Ctx() { loaders }: Context): Promise<RevisionRow | null> {
    return undoneIn === null ? null : revisionOf(loaders, undoneIn);
  }
}
