import { VerbatimError } from '../domain/errors.ts';
import { isDiskFull, outageOf, type Outage } from './outage.ts';
import { Prisma } from './prisma/client.ts';
import type { Store } from './store.ts';
import type { Transaction } from './transaction.ts';

/** Who writes, for the history. */
export interface Author {
  /** A key's name, or what writes without a key. */
  readonly name: string;
  /** Null for what writes without a key. */
  readonly keyId: string | null;
}

/** Whoever may open the store by itself needs no key. */
export const COMMAND_LINE: Author = { name: 'command line', keyId: null };

/** Annotation files, which are read as a whole: what they say no longer is retracted. */
export const SEEDS: Author = { name: 'seeds', keyId: null };

/** What a revision says of itself. */
export interface RevisionNote {
  /** What was done: "seed 5 articles". */
  readonly summary: string;
  readonly author: Author;
}

/** Milliseconds that one write may take; a folder of many thousand articles is one write. */
const LONGEST_WRITE = 30 * 60_000;

/**
 * Runs a transaction that writes, in turn with the others of this process. All of it is done, or nothing.
 *
 * @throws VerbatimError UNAVAILABLE or TIMEOUT when nothing was done since the store could not, OUTCOME_UNKNOWN when the store was lost
 *   while it was told to keep what was written
 */
export function inTransaction<Result>(
  store: Store,
  write: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return store.writes.run(async () => {
    const state = { isWritten: false };
    try {
      return await store.prisma.$transaction(
        async (transaction) => {
          await applySettings(transaction, store);
          const result = await write(transaction);
          state.isWritten = true;
          return result;
        },
        { maxWait: LONGEST_WRITE, timeout: LONGEST_WRITE },
      );
    } catch (cause) {
      const outage = outageOf(cause);
      if (outage === null) throw cause;
      if (isDiskFull(cause)) throw diskFull(cause);
      throw state.isWritten && outage === 'UNAVAILABLE' ? outcomeUnknown(cause) : notDone(outage, cause);
    } finally {
      // Before the writer hears of it: who wrote reads what was written. Also where it failed, since nobody knows how far it came.
      store.news.tell();
    }
  }, store.writeTimeout);
}

/**
 * Lets somebody write to the corpus: one at a time, of all processes, so that nothing changes between what is read and what is
 * written. See `inTransaction` for what may fail.
 */
export function inWriteTransaction<Result>(
  store: Store,
  write: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return inTransaction(store, async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('verbatim.revision'))`;
    return write(transaction);
  });
}

/** What holds until the transaction ends; the timeout also for the lock, which is waited for in the database, and for the checks at the end. */
async function applySettings(transaction: Transaction, { writeTimeout, writer }: Store): Promise<void> {
  const settings = Object.entries({ role: writer ?? undefined, statement_timeout: writeTimeout?.toString() });
  const set = settings.flatMap(([name, value]) =>
    value === undefined ? [] : [Prisma.sql`set_config(${name}, ${value}, true)`],
  );
  if (set.length > 0) await transaction.$executeRaw`SELECT ${Prisma.join(set)}`;
}

const notDone = (outage: Outage, cause: unknown): VerbatimError =>
  new VerbatimError(
    outage,
    outage === 'TIMEOUT'
      ? 'This write took too long and was undone. Nothing was changed: try again later, or with less at once.'
      : 'The store cannot be reached at the moment. Nothing was changed: try again shortly.',
    { cause },
  );

const diskFull = (cause: unknown): VerbatimError =>
  new VerbatimError(
    'UNAVAILABLE',
    'The disk of the store is full. Nothing was changed: make room there, and try again.',
    { cause },
  );

const outcomeUnknown = (cause: unknown): VerbatimError =>
  new VerbatimError(
    'OUTCOME_UNKNOWN',
    'The store was lost while it kept what was written: all of it may have been done, or nothing. Read what became of it before you write it again.',
    { cause },
  );

/** What a store has numbered last, 0 where there is nothing yet. */
export interface LastNumbers {
  readonly revision: number;
  /** Ordinal numbers. */
  readonly article: number;
  readonly utterance: number;
}

/** The last numbers of a store. Not by aggregates: Prisma's read the whole table. */
export async function lastNumbers(transaction: Transaction): Promise<LastNumbers> {
  const [numbers] = await transaction.$queryRaw<LastNumbers[]>`SELECT
    coalesce((SELECT number FROM revision ORDER BY number DESC LIMIT 1), 0) AS revision,
    coalesce((SELECT ordinal FROM article ORDER BY ordinal DESC LIMIT 1), 0) AS article,
    coalesce((SELECT ordinal FROM utterance ORDER BY ordinal DESC LIMIT 1), 0) AS utterance`;
  return numbers ?? { revision: 0, article: 0, utterance: 0 };
}

/**
 * Begins the next revision: whatever the transaction writes from here on belongs to it.
 *
 * @param newest the number of the newest revision, where the transaction has read it
 */
export async function beginRevision(
  transaction: Transaction,
  { summary, author }: RevisionNote,
  newest?: number,
): Promise<number> {
  const number = (newest ?? (await lastNumbers(transaction)).revision) + 1;
  await transaction.revision.create({ data: { number, summary, author: author.name, keyId: author.keyId } });
  return number;
}
