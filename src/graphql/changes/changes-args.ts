import { ArgsType, Field, ID, Int } from 'type-graphql';
import { VerbatimError } from '../../domain/errors.ts';
import type { ChangeFilter } from '../../store/read/changes.ts';
import { findActorId, findByIds, findBySlug, type Named } from '../../store/read/entities.ts';
import type { SqlClient } from '../../store/sql.ts';
import { named } from '../relay/named.ts';
import { DEFAULT_PAGE } from '../relay/page-args.ts';

const ID_OR_SLUG = 'Its id or its slug.';

@ArgsType()
export class ChangeFilterArgs {
  @Field(() => ID, { nullable: true, description: `Of statements that this article reports. ${ID_OR_SLUG}` })
  article!: string | null;

  @Field(() => ID, { nullable: true, description: `Of statements that this actor makes. ${ID_OR_SLUG}` })
  actor!: string | null;

  @Field(() => ID, { nullable: true, description: `Of statements about this event. ${ID_OR_SLUG}` })
  event!: string | null;
}

@ArgsType()
export class ChangesArgs extends ChangeFilterArgs {
  @Field(() => Int, { description: 'Those after this revision: the last one that you know, 0 for all.' })
  since!: number;

  @Field(() => Int, { nullable: true, description: 'Those up to this revision; when left out, to the newest.' })
  until!: number | null;

  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE,
    nullable: true,
    description: 'How many revisions at most, from 0 to 100. For more, go on with since: the last one that came.',
  })
  first!: number | null;
}

@ArgsType()
export class FollowedChangesArgs extends ChangeFilterArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      'The last revision that you know, 0 for none: what came after it is told first. When left out, what comes from now on.',
  })
  since!: number | null;
}

/**
 * Which changes are asked for.
 *
 * @throws VerbatimError BAD_USER_INPUT when something is named by what is no id or slug of its kind
 */
export function changeFilter({ article, actor, event }: ChangeFilterArgs): ChangeFilter {
  return {
    article: named(article, 'Article', 'article'),
    actor: named(actor, 'Actor', 'actor'),
    event: named(event, 'Event', 'event'),
  };
}

/**
 * Looks whether everything is there that a filter names.
 *
 * @throws VerbatimError BAD_USER_INPUT when something is not: nothing would ever come of it
 */
export async function assertNamedThings(sql: SqlClient, { article, actor, event }: ChangeFilter): Promise<void> {
  if (article) await assertThere(sql, 'Article', article);
  if (actor) await findActorId(sql, actor);
  if (event) await assertThere(sql, 'Event', event);
}

async function assertThere(sql: SqlClient, type: 'Article' | 'Event', name: Named): Promise<void> {
  const row = 'slug' in name ? await findBySlug(sql, type, name.slug) : (await findByIds(sql, type, [name.id]))[0];
  if (row) return;
  const noun = type.toLowerCase();
  const said = 'slug' in name ? `the slug "${name.slug}"` : 'this id';
  throw new VerbatimError('BAD_USER_INPUT', `There is no ${noun} of ${said}. Query.${noun}s lists them.`);
}

/**
 * A revision after which somebody wants to go on.
 *
 * @throws VerbatimError BAD_USER_INPUT when there is none of this number
 */
export function assertKnownRevision(since: number, newest: number): void {
  if (since >= 0 && since <= newest) return;
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `"since" must be a revision from 0 to ${String(newest)}, the newest one, not ${String(since)}.` +
      (since > newest ? ' If you have it from here, this is another store now: begin anew.' : ''),
  );
}
