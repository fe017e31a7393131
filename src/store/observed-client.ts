import type { SeenRequest, StoreRole } from '../observe/seen-request.ts';
import type { StatementObserver } from '../observe/statement-observer.ts';
import type { SqlClient } from './sql.ts';
import type { Store } from './store.ts';

/** Reads of which somebody learns. */
export class ObservedClient implements SqlClient {
  constructor(
    private readonly client: SqlClient,
    private readonly role: StoreRole,
    private readonly observer: StatementObserver,
    private readonly request: SeenRequest | null = null,
    private readonly isPast = false,
  ) {}

  query<Row>(...call: Parameters<SqlClient['query']>): Promise<Row[]> {
    const since = performance.now();
    const { text } = call[0];
    return this.client.query<Row>(...call).then(
      (rows) => {
        this.#ran(text, since, null);
        return rows;
      },
      (error: unknown) => {
        this.#ran(text, since, error);
        throw error;
      },
    );
  }

  #ran(text: string, since: number, error: unknown): void {
    const { role, request, isPast } = this;
    this.observer.ran({ role, text, since, took: performance.now() - since, request, error, isPast });
  }

  asOf(revision: number): SqlClient {
    return new ObservedClient(this.client.asOf(revision), this.role, this.observer, this.request, true);
  }

  askedBy(request: SeenRequest): SqlClient {
    return new ObservedClient(this.client, this.role, this.observer, request, this.isPast);
  }
}

/** The same reads, of which is told for which request they are; where nobody observes, as they are. */
export const askedBy = (client: SqlClient, request: SeenRequest): SqlClient => client.askedBy?.(request) ?? client;

/** The same store, of whose statements is told for which request they are. */
export const storeAskedBy = (store: Store, observer: StatementObserver, request: SeenRequest): Store => ({
  ...store,
  sql: askedBy(store.sql, request),
  reading: async (atLeast) => askedBy(await store.reading(atLeast), request),
  writes: {
    run: (write, ...rest) =>
      store.writes.run(
        async () => {
          observer.writer = request;
          try {
            return await write();
          } finally {
            observer.writer = null;
          }
        },
        ...rest,
      ),
  },
});
