import { VerbatimError } from '../../domain/errors.ts';
import { corpusRevision } from '../read/details.ts';
import type { SqlClient } from '../sql.ts';

/**
 * The revision that an export is of.
 *
 * @param asked null for the newest
 * @throws VerbatimError BAD_USER_INPUT when it is not there
 */
export async function revisionToExport(sql: SqlClient, asked: number | null): Promise<number> {
  const newest = await corpusRevision(sql);
  if (asked === null) return newest;
  if (Number.isSafeInteger(asked) && asked >= 0 && asked <= newest) return asked;
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `There is no revision ${String(asked)} to export: name one from 0 to ${String(newest)}, the newest one.`,
  );
}
