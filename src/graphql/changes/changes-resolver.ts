import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { VerbatimError } from '../../domain/errors.ts';
import { followChanges } from '../../store/follow-changes.ts';
import {
  changedRevisions,
  changesOfRevisions,
  countChanges,
  type ChangeFilter,
  type ChangeRow,
} from '../../store/read/changes.ts';
import { corpusRevision } from '../../store/read/details.ts';
import type { RevisionRow } from '../../store/read/history.ts';
import type { StatementRow } from '../../store/read/rows.ts';
import type { Context } from '../context.ts';
import { revisionOf } from '../history/history-resolver.ts';
import { Revision } from '../history/history-type.ts';
import { Loaders } from '../loaders.ts';
import { LARGEST_PAGE, pageSize } from '../relay/page-args.ts';
import { Statement } from '../statement/statement-type.ts';
import {
  assertKnownRevision,
  assertNamedThings,
  changeFilter,
  ChangesArgs,
  FollowedChangesArgs,
} from './changes-args.ts';
import { Change, RevisionChanges } from './changes-type.ts';

/** A revision with changes that meet a filter, which are read when they are asked for. */
interface RevisionChangesRow {
  readonly revision: number;
  readonly filter: ChangeFilter;
  /** Through which to see what meets the filter: as whoever found the revision saw it. */
  readonly loaders: Loaders;
}

@Resolver()
export class ChangesResolver {
  @Query(() => [RevisionChanges], {
    description:
      'The revisions that changed statements, the earliest first. Statements are told as they are now, or as of "asOf"; Subscription.changes tells them as they were.',
  })
  async changes(
    @Args(() => ChangesArgs) args: ChangesArgs,
    @Ctx() { sql, loaders }: Context,
  ): Promise<RevisionChangesRow[]> {
    const most = pageSize(args.first, ' For more, go on with since: the last revision that came.');
    const newest = await corpusRevision(sql);
    assertKnownRevision(args.since, newest);
    const filter = changeFilter(args);
    await assertNamedThings(sql, filter);
    const range = { after: args.since, upTo: Math.min(args.until ?? newest, newest) };
    const revisions = await changedRevisions(sql, range, filter, most);
    return revisions.map((revision) => ({ revision, filter, loaders }));
  }

  @Subscription(() => RevisionChanges, {
    name: 'changes',
    description:
      'Each revision that changes statements, once and in order, with its statements as they were then. It is served at /graphql/stream, as GraphQL over SSE. After an interruption, go on with since: the last revision that came.',
    subscribe: ({ args, context }) => follow(args as FollowedChangesArgs, context as Context),
  })
  followedChanges(
    @Root() revision: number,
    @Args(() => FollowedChangesArgs) args: FollowedChangesArgs,
    @Ctx() context: Context,
  ): RevisionChangesRow {
    // Messages are answered one after another: from here on the context reads for this one. It reads the past of the newest
    // revision, too, since another one may come in the middle.
    context.rewind(revision, context.store.sql);
    return { revision, filter: changeFilter(args), loaders: new Loaders(context.store.sql) };
  }
}

/** The numbers of the revisions of which a subscription tells. */
async function follow(args: FollowedChangesArgs, { store }: Context): Promise<AsyncIterable<number>> {
  const newest = await corpusRevision(store.sql);
  const since = args.since ?? newest;
  assertKnownRevision(since, newest);
  const filter = changeFilter(args);
  await assertNamedThings(store.sql, filter);
  return followChanges(store, since, filter);
}

@Resolver(() => RevisionChanges)
export class RevisionChangesResolver {
  @FieldResolver(() => Revision, { description: 'When it was written, and by whom.' })
  revision(@Root() { revision }: RevisionChangesRow, @Ctx() { loaders }: Context): Promise<RevisionRow> {
    return revisionOf(loaders, revision);
  }

  @FieldResolver(() => Int, { description: 'How many changes it holds that were asked for.' })
  async totalCount(@Root() { revision, filter, loaders }: RevisionChangesRow): Promise<number> {
    const key = `count of changes ${JSON.stringify(filter)}`;
    const [row] = await loaders.owned((sql, ids) => countChanges(sql, ids, filter), String(revision), key);
    return row?.count ?? 0;
  }

  @FieldResolver(() => [Change], {
    description:
      'The changes that were asked for: new statements, then reviews, then evidence, each in the order of the texts.',
  })
  changes(
    @Root() { revision, filter, loaders }: RevisionChangesRow,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: LARGEST_PAGE,
      description: 'How many at most, from 0 to 100. Whether there are more is told by totalCount.',
    })
    first: number | null,
    @Arg('skip', () => Int, {
      nullable: true,
      defaultValue: 0,
      description: 'How many to leave out before them. What a revision changed stays the same for ever.',
    })
    skip: number | null,
  ): Promise<ChangeRow[]> {
    const page = { first: pageSize(first ?? LARGEST_PAGE, ' For more, go on with skip.'), skip: skip ?? 0 };
    if (page.skip < 0) throw new VerbatimError('BAD_USER_INPUT', `"skip" must be 0 or more, not ${String(page.skip)}.`);
    const key = `changes ${JSON.stringify([filter, page])}`;
    return loaders.owned((sql, ids) => changesOfRevisions(sql, ids, filter, page), String(revision), key);
  }
}

@Resolver(() => Change)
export class ChangeResolver {
  @FieldResolver(() => Statement, { description: 'The statement that it was done to.' })
  statement(@Root() { statementId }: ChangeRow, @Ctx() { loaders }: Context): Promise<StatementRow> {
    return loaders.get('Statement', statementId);
  }

  @FieldResolver(() => Statement, { nullable: true, description: 'What stands in the place of a corrected one.' })
  async replacement(@Root() { replacementId }: ChangeRow, @Ctx() { loaders }: Context): Promise<StatementRow | null> {
    return replacementId === null ? null : loaders.get('Statement', replacementId);
  }
}
