import { VerbatimError } from '../domain/errors.ts';
import type { Principal } from '../domain/principal.ts';
import type { Extractor } from '../ingest/extractor.ts';
import type { SqlClient } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Author } from '../store/write-transaction.ts';
import { Loaders } from './loaders.ts';

/** What a request reads through. */
interface Reads {
  sql: SqlClient;
  loaders: Loaders;
  isPast: boolean;
  answeredIn: number | null;
}

/** What resolvers have at hand during one request. */
export class Context {
  /** Shared by all copies of a context, since Apollo gives resolvers one. */
  private readonly reads: Reads;

  constructor(
    /** For writing; reads go through `sql` and `loaders`. */
    readonly store: Store,
    /** For finding what articles say that are brought in. */
    readonly extractor: Extractor,
    /** Who asks; null without a key. */
    readonly principal: Principal | null,
  ) {
    this.reads = { sql: store.sql, loaders: new Loaders(store.sql), isPast: false, answeredIn: null };
  }

  get sql(): SqlClient {
    return this.reads.sql;
  }

  get loaders(): Loaders {
    return this.reads.loaders;
  }

  /** From here on the request reads the corpus as it was at a revision. */
  rewind(revision: number): void {
    this.reads.isPast = true;
    this.reads.sql = this.store.sql.asOf(revision);
    this.reads.loaders = new Loaders(this.reads.sql);
  }

  /** Says that the whole answer was read in one state of the corpus: that of a revision, which was the newest one. */
  answered(revision: number): void {
    if (!this.reads.isPast) this.reads.answeredIn = revision;
  }

  /** The revision in which the whole answer was read; null where it was read piece by piece, or in the past. */
  get answeredIn(): number | null {
    return this.reads.answeredIn;
  }

  /** Lets what is read next see what was just written, and gives that on. */
  written<Result>(result: Result): Result {
    this.reads.loaders = new Loaders(this.reads.sql);
    return result;
  }
}

/**
 * Who writes, for the history.
 *
 * @throws VerbatimError UNAUTHENTICATED without a key, which fields that write are guarded against
 */
export function authorOf({ principal }: Context): Author {
  if (principal) return { name: principal.name, keyId: principal.keyId };
  throw new VerbatimError('UNAUTHENTICATED', 'Writing needs a key: send it as "authorization: Bearer KEY".');
}
