import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { VerbatimError } from '../../domain/errors.ts';
import { RelationType } from '../../domain/vocabulary.ts';
import { buildStatement } from '../../ingest/build-statement.ts';
import { addStatement } from '../../store/review/add-statement.ts';
import { correctStatement } from '../../store/review/correct-statement.ts';
import { mergeActors, unmergeActor } from '../../store/review/merge-actors.ts';
import { relateStatements, withdrawRelation } from '../../store/review/relate-statements.ts';
import { reviewStatement, type StatementReview } from '../../store/review/review-statement.ts';
import { findByIds, findBySlug } from '../../store/read/entities.ts';
import type { ActorRow, StatementRow } from '../../store/read/rows.ts';
import { assertStorable } from '../../text/storable.ts';
import { Actor } from '../actor/actor-type.ts';
import { authorOf, type Context } from '../context.ts';
import { readGlobalId, shorten } from '../relay/global-id.ts';
import { named } from '../relay/named.ts';
import { Statement } from '../statement/statement-type.ts';
import { StatementInput } from './review-input.ts';
import { ActorPayload, StatementPayload } from './review-type.ts';
import { statementDraft } from './statement-draft.ts';

/** What a write of a statement gives to its payload. */
interface WrittenStatement {
  readonly revision: number;
  readonly statementId: string;
}

/** What a write of an actor gives to its payload. */
interface WrittenActor {
  readonly revision: number;
  readonly actorId: string;
}

const STATEMENT_ID = 'The id of a statement.';
const IF_REVISION =
  'The statement’s reviewedIn as you read it. If somebody reviewed it since, nothing is changed and the error is CONFLICT.';
const REASON = 'Why; readers will see it.';

@Resolver()
export class ReviewResolver {
  @Authorized('REVIEWER')
  @Mutation(() => StatementPayload, { description: 'Finds a proposal right.' })
  acceptStatement(
    @Arg('id', () => ID, { description: STATEMENT_ID }) id: string,
    @Arg('ifRevision', () => Int, { description: IF_REVISION }) ifRevision: number,
    @Arg('reason', () => String, { nullable: true, description: REASON }) reason: string | null,
    @Ctx() context: Context,
  ): Promise<WrittenStatement> {
    return review(context, id, { ifRevision, action: 'ACCEPT', reason });
  }

  @Authorized('REVIEWER')
  @Mutation(() => StatementPayload, { description: 'Finds a proposal wrong.' })
  rejectStatement(
    @Arg('id', () => ID, { description: STATEMENT_ID }) id: string,
    @Arg('ifRevision', () => Int, { description: IF_REVISION }) ifRevision: number,
    @Arg('reason', () => String, { nullable: true, description: REASON }) reason: string | null,
    @Ctx() context: Context,
  ): Promise<WrittenStatement> {
    return review(context, id, { ifRevision, action: 'REJECT', reason });
  }

  @Authorized('REVIEWER')
  @Mutation(() => StatementPayload, { description: 'Withdraws an accepted statement. It stays readable.' })
  retractStatement(
    @Arg('id', () => ID, { description: STATEMENT_ID }) id: string,
    @Arg('ifRevision', () => Int, { description: IF_REVISION }) ifRevision: number,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() context: Context,
  ): Promise<WrittenStatement> {
    return review(context, id, { ifRevision, action: 'RETRACT', reason });
  }

  @Authorized('REVIEWER')
  @Mutation(() => StatementPayload, { description: 'Makes a rejected or retracted statement a proposal again.' })
  restoreStatement(
    @Arg('id', () => ID, { description: STATEMENT_ID }) id: string,
    @Arg('ifRevision', () => Int, { description: IF_REVISION }) ifRevision: number,
    @Arg('reason', () => String, { nullable: true, description: REASON }) reason: string | null,
    @Ctx() context: Context,
  ): Promise<WrittenStatement> {
    return review(context, id, { ifRevision, action: 'RESTORE', reason });
  }

  @Authorized('REVIEWER')
  @Mutation(() => StatementPayload, {
    description: 'Puts another statement, with its own evidence, in the place of one, and gives that one.',
  })
  async correctStatement(
    @Arg('id', () => ID, { description: STATEMENT_ID }) id: string,
    @Arg('ifRevision', () => Int, { description: IF_REVISION }) ifRevision: number,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Arg('statement', () => StatementInput, { description: 'What is right.' }) input: StatementInput,
    @Ctx() context: Context,
  ): Promise<WrittenStatement> {
    const draft = await statementDraft(context.sql, input);
    const correction = { statementId: statementIdOf(id, 'id'), ifRevision, reason: readable(reason, 'reason') };
    return context.written(
      await correctStatement(context.store, authorOf(context), correction, (article) => buildStatement(draft, article)),
    );
  }

  @Authorized('REVIEWER')
  @Mutation(() => StatementPayload, { description: 'Adds a statement of an article’s current version.' })
  async addStatement(
    @Arg('article', () => ID, { description: 'The article: its id or its slug.' }) article: string,
    @Arg('statement', () => StatementInput, { description: 'What it says.' }) input: StatementInput,
    @Ctx() context: Context,
  ): Promise<WrittenStatement> {
    const draft = await statementDraft(context.sql, input);
    const articleId = await articleIdOf(context, article);
    return context.written(
      await addStatement(context.store, authorOf(context), articleId, (known) => buildStatement(draft, known)),
    );
  }

  @Authorized('REVIEWER')
  @Mutation(() => StatementPayload, { description: 'Says how one statement bears on another, and gives the first.' })
  async relateStatements(
    @Arg('from', () => ID, { description: STATEMENT_ID }) from: string,
    @Arg('type', () => RelationType, { description: '"from SUPERSEDES to".' }) type: RelationType,
    @Arg('to', () => ID, { description: STATEMENT_ID }) to: string,
    @Arg('rationale', () => String, { description: REASON }) rationale: string,
    @Ctx() context: Context,
  ): Promise<WrittenStatement> {
    const [fromId, toId] = [statementIdOf(from, 'from'), statementIdOf(to, 'to')];
    const relation = { fromId, toId, type, rationale: readable(rationale, 'rationale') };
    const revision = await relateStatements(context.store, authorOf(context), relation);
    return context.written({ revision, statementId: fromId });
  }

  @Authorized('REVIEWER')
  @Mutation(() => StatementPayload, { description: 'Withdraws what was said of how one statement bears on another.' })
  async withdrawRelation(
    @Arg('from', () => ID, { description: STATEMENT_ID }) from: string,
    @Arg('type', () => RelationType, { description: '"from SUPERSEDES to".' }) type: RelationType,
    @Arg('to', () => ID, { description: STATEMENT_ID }) to: string,
    @Ctx() context: Context,
  ): Promise<WrittenStatement> {
    const [fromId, toId] = [statementIdOf(from, 'from'), statementIdOf(to, 'to')];
    const revision = await withdrawRelation(context.store, authorOf(context), { fromId, toId, type });
    return context.written({ revision, statementId: fromId });
  }

  @Authorized('EDITOR')
  @Mutation(() => ActorPayload, {
    description: 'Says that two actors are one: the first stands under the second from then on. Gives the second.',
  })
  async mergeActors(
    @Arg('actor', () => ID, { description: 'Who is merged: an id or slug.' }) actor: string,
    @Arg('into', () => ID, { description: 'Under whom it shall stand: an id or slug.' }) into: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() context: Context,
  ): Promise<WrittenActor> {
    const [actorId, intoId] = [await ownActorIdOf(context, actor), await ownActorIdOf(context, into)];
    const merge = { actorId, intoId, reason: readable(reason, 'reason') };
    const revision = await mergeActors(context.store, authorOf(context), merge);
    return context.written({ revision, actorId: intoId });
  }

  @Authorized('EDITOR')
  @Mutation(() => ActorPayload, {
    description: 'Undoes the merge of an actor, which stands by itself again with all it said. Gives that one.',
  })
  async unmergeActor(
    @Arg('actor', () => ID, { description: 'Who was merged: the id or slug that Actor.merges tells.' }) actor: string,
    @Arg('reason', () => String, { description: REASON }) reason: string,
    @Ctx() context: Context,
  ): Promise<WrittenActor> {
    const actorId = await ownActorIdOf(context, actor);
    const undone = { actorId, reason: readable(reason, 'reason') };
    const revision = await unmergeActor(context.store, authorOf(context), undone);
    return context.written({ revision, actorId });
  }
}

@Resolver(() => StatementPayload)
export class StatementPayloadResolver {
  @FieldResolver(() => Statement, { description: 'As it is now.' })
  statement(@Root() { statementId }: WrittenStatement, @Ctx() { loaders }: Context): Promise<StatementRow> {
    return loaders.get('Statement', statementId);
  }
}

@Resolver(() => ActorPayload)
export class ActorPayloadResolver {
  @FieldResolver(() => Actor, { description: 'As it is now.' })
  actor(@Root() { actorId }: WrittenActor, @Ctx() { loaders }: Context): Promise<ActorRow> {
    return loaders.get('Actor', actorId);
  }
}

async function review(
  context: Context,
  id: string,
  { reason, ...decision }: Omit<StatementReview, 'statementId'>,
): Promise<WrittenStatement> {
  const statementId = statementIdOf(id, 'id');
  const revision = await reviewStatement(context.store, authorOf(context), {
    ...decision,
    statementId,
    reason: reason ? readable(reason, 'reason') : null,
  });
  return context.written({ revision, statementId });
}

function statementIdOf(id: string, argument: string): string {
  const reference = readGlobalId(id);
  if (reference?.type === 'Statement') return reference.id;
  throw new VerbatimError('BAD_USER_INPUT', `"${argument}" must be the id of a Statement, and ${shorten(id)} is not.`);
}

async function articleIdOf({ sql }: Context, given: string): Promise<string> {
  const name = named(given, 'Article', 'article');
  const row =
    name && 'slug' in name
      ? await findBySlug(sql, 'Article', name.slug)
      : (await findByIds(sql, 'Article', name ? [name.id] : []))[0];
  if (!row) throw new VerbatimError('NOT_FOUND', 'There is no such article. Query.articles lists them.');
  return row.id;
}

/** The id of the very actor that is named, even if it stands under another one. */
async function ownActorIdOf({ store }: Context, given: string): Promise<string> {
  const name = named(given, 'Actor', 'actor');
  const [row] = await store.sql.query<{ id: string }>(
    name && 'slug' in name
      ? { name: 'own-actor-by-slug', text: 'SELECT id FROM actor WHERE slug = $1' }
      : { name: 'own-actor-by-id', text: 'SELECT id FROM actor WHERE id = $1::uuid' },
    [name && ('slug' in name ? name.slug : name.id)],
  );
  if (!row) throw new VerbatimError('NOT_FOUND', 'There is no such actor. Query.actors finds actors by name.');
  return row.id;
}

/** @throws VerbatimError BAD_USER_INPUT when it says nothing, or cannot be stored */
function readable(text: string, argument: string): string {
  assertStorable(text, `"${argument}"`);
  if (text.trim() !== '') return text;
  throw new VerbatimError('BAD_USER_INPUT', `"${argument}" must say something.`);
}
