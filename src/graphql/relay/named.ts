import { VerbatimError } from '../../domain/errors.ts';
import type { Named } from '../../store/read/entities.ts';
import { readGlobalId, shorten } from './global-id.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The entity that a client names by its id or its slug; null when it names none.
 *
 * @param argument what the client calls it, for the error: "filter.speaker"
 * @throws VerbatimError BAD_USER_INPUT when it is neither, or the id of something else
 */
export function named(
  given: string | null | undefined,
  type: 'Article' | 'Actor' | 'Event',
  argument: string,
): Named | null {
  if (given === null || given === undefined) return null;
  const reference = readGlobalId(given);
  if (reference?.type === type) return { id: reference.id };
  if (!reference && SLUG.test(given)) return { slug: given };
  const is = reference ? `is the id of a node of type ${reference.type}` : 'is neither an id nor a slug';
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `"${argument}" must be the id or slug of an ${type}, and ${shorten(given)} ${is}.`,
  );
}
