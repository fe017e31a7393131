import { ArgsType, Field, Int } from 'type-graphql';
import { VerbatimError } from '../../domain/errors.ts';
import type { PageRequest } from '../../store/read/pages.ts';

/** How many items a page has when nothing is said, and at most. */
export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: DEFAULT_PAGE, nullable: true, description: 'How many at most, from 0 to 100.' })
  first!: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  after!: string | null;
}

/**
 * The page that is asked for.
 *
 * @throws VerbatimError BAD_USER_INPUT when `first` is out of bounds
 */
export function pageRequest({ first, after }: PageArgs): PageRequest {
  return { first: pageSize(first, ' For more, go on with after: pageInfo.endCursor.'), after: after ?? null };
}

/**
 * How many items are asked for.
 *
 * @param remedy what a client may do instead of asking for too many
 * @throws VerbatimError BAD_USER_INPUT when that is out of bounds
 */
export function pageSize(first: number | null, remedy = ''): number {
  const count = first ?? DEFAULT_PAGE;
  if (count >= 0 && count <= LARGEST_PAGE) return count;
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `"first" must be from 0 to ${String(LARGEST_PAGE)}, not ${String(count)}.${remedy}`,
  );
}
