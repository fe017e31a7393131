import { VerbatimError } from '../../domain/errors.ts';

/** Bytes of a file, or of one line of a list: far more than any article has, and little enough to be held in memory. */
export const LONGEST_SOURCE = 50_000_000;

/** UTF-16 units of what is converted, which takes many times its length. */
const LONGEST_MARKUP = 10_000_000;

/** @throws VerbatimError BAD_USER_INPUT when markup is longer than is converted */
export function assertConvertible(markup: string, place: string): void {
  if (markup.length <= LONGEST_MARKUP) return;
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `${place} is longer than 10 million characters, which no article is. Bring its text alone.`,
  );
}

/** For a file or a line over `LONGEST_SOURCE`. */
export const tooLong = (place: string): VerbatimError =>
  new VerbatimError('BAD_USER_INPUT', `${place} is longer than 50 MB, which no article is. Bring its text alone.`);
