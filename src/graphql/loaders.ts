import DataLoader from 'dataloader';
import { groupBy } from '../domain/group-by.ts';
import type { SqlClient } from '../store/sql.ts';
import type { Owned } from '../store/read/details.ts';
import { findByIds } from '../store/read/entities.ts';
import type { Listing } from '../store/read/listing.ts';
import { countRows, readPages, type PageRequest, type PageRows } from '../store/read/pages.ts';
import type { NodeRows, NodeType } from '../store/read/rows.ts';
import { Page } from './relay/page.ts';

/** Reads rows that belong to owners, for many owners at once. */
type OwnedBatch<Row> = (sql: SqlClient, ownerIds: readonly string[]) => Promise<Owned<Row>[]>;

/**
 * The reads of one request. What the fields of a list ask for one by one is gathered and read by one statement, however
 * long the list is.
 */
export class Loaders {
  readonly #loaders = new Map<unknown, DataLoader<string, unknown>>();

  constructor(private readonly sql: SqlClient) {}

  /** The entity of an id, or null. */
  find<Type extends NodeType>(type: Type, id: string): Promise<NodeRows[Type] | null> {
    return this.#load(`entity ${type}`, id, async (ids) => {
      const rows = new Map((await findByIds(this.sql, type, ids)).map((row) => [row.askedId, row]));
      return ids.map((key) => rows.get(key) ?? null);
    });
  }

  /** The entity of an id that another row refers to. */
  async get<Type extends NodeType>(type: Type, id: string): Promise<NodeRows[Type]> {
    const row = await this.find(type, id);
    if (!row) throw new Error(`${type} ${id} is referred to and not there`);
    return row;
  }

  /** Entities that another row refers to, in the order of their ids. */
  getMany<Type extends NodeType>(type: Type, ids: readonly string[]): Promise<NodeRows[Type][]> {
    return Promise.all(ids.map((id) => this.get(type, id)));
  }

  /** The rows that belong to an owner. `key` tells batches apart that are made anew for each call. */
  owned<Row>(batch: OwnedBatch<Row>, owner: string, key: unknown = batch): Promise<Row[]> {
    return this.#load(key, owner, async (ids) => {
      const rows = groupBy(await batch(this.sql, ids), ({ ownerId }) => ownerId);
      return ids.map((id) => rows.get(id) ?? []);
    });
  }

  /**
   * A page of a list that belongs to an owner.
   *
   * @param key tells lists of the same name apart that have other conditions
   */
  async page<Row>(listing: Listing, request: PageRequest, owner: string, key = ''): Promise<Page<Row>> {
    const list = `${listing.name} ${key}`;
    const rows = await this.#load(`page ${list} ${JSON.stringify(request)}`, owner, async (owners) => {
      const pages = await readPages<Row>(this.sql, listing, request, owners);
      return owners.map(
        (id): PageRows<Row> => pages.get(id) ?? { rows: [], hasNextPage: false, hasPreviousPage: false },
      );
    });
    const count = () =>
      this.#load(`count ${list}`, owner, async (owners) => {
        const counts = await countRows(this.sql, listing, owners);
        return owners.map((id) => counts.get(id) ?? 0);
      });
    return new Page(rows, count);
  }

  /** A page of a list of the whole corpus. */
  async corpusPage<Row>(listing: Listing, request: PageRequest): Promise<Page<Row>> {
    const pages = await readPages<Row>(this.sql, listing, request, null);
    const rows = pages.get(null) ?? { rows: [], hasNextPage: false, hasPreviousPage: false };
    return new Page(rows, async () => (await countRows(this.sql, listing, null)).get(null) ?? 0);
  }

  #load<Value>(kind: unknown, key: string, batch: (keys: readonly string[]) => Promise<Value[]>): Promise<Value> {
    let loader = this.#loaders.get(kind);
    if (!loader) {
      loader = new DataLoader<string, unknown>(batch);
      this.#loaders.set(kind, loader);
    }
    return loader.load(key) as Promise<Value>;
  }
}
