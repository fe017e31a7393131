import type { SqlClient } from '../store/sql.ts';
import { Loaders } from './loaders.ts';

/** What resolvers have at hand during one request. */
export interface Context {
  readonly sql: SqlClient;
  readonly loaders: Loaders;
}

/** A context for a new request. */
export const createContext = (sql: SqlClient): Context => ({ sql, loaders: new Loaders(sql) });
