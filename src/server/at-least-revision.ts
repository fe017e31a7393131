import { corpusRevision } from '../store/read/details.ts';
import type { KnownRevision } from '../store/known-revision.ts';
import type { SqlClient } from '../store/sql.ts';

/** The header by which a client asks for an answer that sees a revision, such as that of its own write. */
export const AT_LEAST_REVISION = 'verbatim-at-least-revision';

/** A refusal, in words for the client. */
interface Refusal {
  readonly refusal: string;
}

/**
 * The revision that an answer has to see at least.
 *
 * @param asked the header's value
 * @param sql of the server that is written to: a revision that is not there yet may be asked of no other
 */
export async function atLeastRevision(
  asked: string | readonly string[],
  known: KnownRevision,
  sql: SqlClient,
): Promise<number | Refusal> {
  if (typeof asked !== 'string' || !/^\d{1,9}$/.test(asked)) {
    return { refusal: `The header "${AT_LEAST_REVISION}" takes the number of a revision, such as 12.` };
  }
  const revision = Number(asked);
  if (revision <= (known.number ?? 0)) return revision;
  const newest = await corpusRevision(sql);
  if (revision <= newest) return revision;
  return { refusal: `There is no revision ${asked} yet: the newest one is ${String(newest)}.` };
}
