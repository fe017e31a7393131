import type { Entity } from './entities.ts';
import type { Parameters } from './parameters.ts';

/** The SQL types by which lists are sorted. Cursors carry their values as text. */
export type KeyType = 'integer' | 'uuid' | 'text' | 'timestamptz' | 'float8';

/** One of the expressions by which a list is sorted; together they tell all of its rows apart. */
export interface SortKey {
  readonly expression: string;
  readonly type: KeyType;
}

/** A piece of SQL, written with the placeholders of its values. */
export type Condition = (parameters: Parameters) => string;

/**
 * A list of entities as SQL, of the whole corpus or of an owner: what is listed, which ones, in which order. A listing with its
 * conditions decides the text of the statement, so that equal requests share a prepared one.
 */
export interface Listing {
  /** Names the list and its order in cursors. */
  readonly name: string;
  readonly entity: Entity;
  /** FROM, by default the entity's table. */
  readonly from?: string | Condition;
  /** FROM of what is counted, where that is more than is listed or takes less. */
  readonly countedFrom?: string | Condition;
  /** Which rows belong to an owner, by the SQL of the owner's id; left out for lists of the whole corpus. */
  readonly ownedBy?: (owner: string) => string;
  readonly order: readonly SortKey[];
  readonly direction: 'ASC' | 'DESC';
  readonly conditions: readonly Condition[];
  /** Columns that are dear, worked out for the rows of a page (`page`) only. */
  readonly onPage?: string;
}
