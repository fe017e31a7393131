import { VerbatimError } from '../domain/errors.ts';
import type { Principal } from '../domain/principal.ts';
import type { Extractor } from '../ingest/extractor.ts';
import type { SqlClient } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Author } from '../store/write-transaction.ts';
import { Loaders } from './loaders.ts';

/** What resolvers have at hand during one request. */
export interface Context {
  /** For writing; reads go through `sql` and `loaders`. */
  readonly store: Store;
  /** For finding what articles say that are brought in. */
  readonly extractor: Extractor;
  /** Who asks; null without a key. */
  readonly principal: Principal | null;
  readonly sql: SqlClient;
  readonly loaders: Loaders;
  /** From here on the request reads the corpus as it was at a revision. */
  rewind(revision: number): void;
  /** Lets what is read next see what was just written, and gives that on. */
  written<Result>(result: Result): Result;
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

/** A context for a new request. */
export function createContext(store: Store, extractor: Extractor, principal: Principal | null): Context {
  const reads = { sql: store.sql, loaders: new Loaders(store.sql) };
  return {
    store,
    extractor,
    principal,
    get sql() {
      return reads.sql;
    },
    get loaders() {
      return reads.loaders;
    },
    rewind: (revision) => {
      reads.sql = store.sql.asOf(revision);
      reads.loaders = new Loaders(reads.sql);
    },
    written: (result) => {
      reads.loaders = new Loaders(reads.sql);
      return result;
    },
  };
}
