import { VerbatimError } from '../domain/errors.ts';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Principal } from '../domain/principal.ts';
import { SeenRequest } from '../observe/seen-request.ts';
import type { Extractor } from '../ingest/extractor.ts';
import type { LedgerSigner } from '../ledger/ledger-signer.ts';
import type { SqlClient } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import type { Author } from '../store/write-transaction.ts';
import { Loaders } from './loaders.ts';

/** What a request reads through. */
interface Reads {
  sql: SqlClient;
  loaders: Loaders;
  isPast: boolean;
  answered: AnsweredQuery | null;
}

/** A query that one statement answered. */
export interface AnsweredQuery {
  /** The revision in which all of the answer was read, which was the newest one. */
  readonly revision: number;
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Of the server that answers a request: it keeps account of what is done for it. */
export interface Account {
  /** Takes what an answer may hold from what the client may ask for. Throws when that is more than is left. */
  spend(nodes: number): void;
  /** Gives back what an answer did not hold of it. */
  giveBack(nodes: number): void;
  /** Learns that the request writes: it is not given up from here on, since a write is either done or not. */
  write(): void;
}

/** Of a request of which nobody keeps account. */
const UNCOUNTED: Account = { spend: () => undefined, giveBack: () => undefined, write: () => undefined };

/** What resolvers have at hand during one request. */
export class Context {
  /** Shared by all copies of a context, since Apollo gives resolvers one. */
  private readonly reads: Reads;

  constructor(
    /** For writing; reads go through `sql` and `loaders`. */
    readonly store: Store,
    /** For finding what articles say that are brought in. */
    readonly extractor: Extractor,
    /** Signs for the ledger. */
    readonly signer: LedgerSigner,
    /** Who asks; null without a key. */
    readonly principal: Principal | null,
    /** The revision that all that is read has to see. */
    readonly atLeast = 0,
    readonly account: Account = UNCOUNTED,
    /** Told what is learnt of the request. */
    readonly seen = new SeenRequest(''),
  ) {
    this.reads = { sql: store.sql, loaders: new Loaders(store.sql), isPast: false, answered: null };
  }

  get sql(): SqlClient {
    return this.reads.sql;
  }

  get loaders(): Loaders {
    return this.reads.loaders;
  }

  /** From here on the request reads through a client, the state that this one sees. */
  readFrom(sql: SqlClient): void {
    this.reads.sql = sql;
    this.reads.loaders = new Loaders(sql);
  }

  /** From here on the request reads the corpus as it was at a revision, through a client that sees it. */
  rewind(revision: number, sql: SqlClient): void {
    this.reads.isPast = true;
    this.readFrom(sql.asOf(revision));
  }

  /** Says that one statement answered all of the query. */
  answeredBy(query: AnsweredQuery): void {
    if (!this.reads.isPast) this.reads.answered = query;
  }

  /** The query, where one statement answered all of it; null where it was read piece by piece, or in the past. */
  get answered(): AnsweredQuery | null {
    return this.reads.answered;
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
