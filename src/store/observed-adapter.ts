import type { SqlDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils';
import type { StatementObserver } from '../observe/statement-observer.ts';

/** The adapter through which Prisma writes, with an observer that learns of each statement; as it is without one. */
export function observedAdapter(
  factory: SqlDriverAdapterFactory,
  observer: StatementObserver | null,
): SqlDriverAdapterFactory {
  if (observer === null) return factory;
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = observed(await factory.connect(), observer);
      const start = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (isolation) => observed(await start(isolation), observer);
      return adapter;
    },
  };
}

/** The same connection, whose own two methods are stood before. */
function observed<Connection extends SqlQueryable>(connection: Connection, observer: StatementObserver): Connection {
  const telling =
    <Result>(run: (query: Query) => Promise<Result>) =>
    async (query: Query): Promise<Result> => {
      const since = performance.now();
      let failure: unknown = null;
      try {
        return await run(query);
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        const took = performance.now() - since;
        const { writer: request } = observer;
        observer.ran({ role: 'writing', text: query.sql, since, took, request, error: failure, isPast: false });
      }
    };
  connection.queryRaw = telling(connection.queryRaw.bind(connection));
  connection.executeRaw = telling(connection.executeRaw.bind(connection));
  return connection;
}

type Query = Parameters<SqlQueryable['queryRaw']>[0];
