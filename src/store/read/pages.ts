import { groupBy } from '../../domain/group-by.ts';
import { prepared, type SqlClient } from '../sql.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Listing } from './listing.ts';
import { Parameters } from './parameters.ts';

/** Which part of a list is asked for. */
export interface PageRequest {
  /** How many at most. */
  readonly first: number;
  /** The cursor after which to go on, or null for the beginning. */
  readonly after: string | null;
}

/** A page of a list. */
export interface PageRows<Row> {
  readonly rows: readonly { readonly row: Row; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

type Keyed<Row> = Row & { readonly '#owner': string | null; readonly '#keys': readonly string[] };

/**
 * One page of a list for each of several owners, or of the whole corpus, by one statement.
 *
 * @param owners ids, or null for a list of the whole corpus
 * @returns the pages by owner; the key is null for the whole corpus
 * @throws VerbatimError BAD_USER_INPUT when `after` is no cursor of this list
 */
export async function readPages<Row>(
  sql: SqlClient,
  listing: Listing,
  { first, after }: PageRequest,
  owners: readonly string[] | null,
): Promise<Map<string | null, PageRows<Row>>> {
  const { text, values } = pageStatement(listing, first, after, owners);
  const rows = await sql.query<Keyed<Row>>(prepared(text), values);
  const byOwner = groupBy(rows, (row) => row['#owner']);
  const page = (found: readonly Keyed<Row>[]): PageRows<Row> => ({
    rows: found.slice(0, first).map((row) => ({ row, cursor: encodeCursor(listing, row['#keys']) })),
    hasNextPage: found.length > first,
    hasPreviousPage: after !== null,
  });
  return new Map((owners ?? [null]).map((owner) => [owner, page(byOwner.get(owner) ?? [])]));
}

/** The length of a list for each of several owners, or of the whole corpus, by one statement. */
export async function countRows(
  sql: SqlClient,
  listing: Listing,
  owners: readonly string[] | null,
): Promise<Map<string | null, number>> {
  const parameters = new Parameters();
  const ownerRows = ownersAsRows(owners, parameters);
  const text = `SELECT o.id AS owner, n.count FROM ${ownerRows} AS o (id)
    CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM ${source(counted(listing), parameters)} WHERE ${where(listing, parameters, owners && 'o.id')}) n`;
  const rows = await sql.query<{ owner: string | null; count: number }>(prepared(text), parameters.values);
  return new Map(rows.map(({ owner, count }) => [owner, count]));
}

function pageStatement(
  listing: Listing,
  first: number,
  after: string | null,
  owners: readonly string[] | null,
): { text: string; values: readonly unknown[] } {
  const parameters = new Parameters();
  const ownerRows = ownersAsRows(owners, parameters);
  const condition = where(listing, parameters, owners && 'o.id', after);
  const keys = listing.order.map(({ expression }, index) => ({ expression, name: `"#${String(index)}"` }));
  const text = `SELECT o.id AS "#owner", page.*, ${listing.onPage ? `${listing.onPage},` : ''}
      ARRAY[${keys.map(({ name }) => `page.${name}::text`).join(', ')}] AS "#keys"
    FROM ${ownerRows} AS o (id)
    CROSS JOIN LATERAL (
      SELECT ${listing.entity.columns}, ${keys.map(({ expression, name }) => `${expression} AS ${name}`).join(', ')}
      FROM ${source(listing, parameters)}
      WHERE ${condition}
      ORDER BY ${listing.order.map(({ expression }) => `${expression} ${listing.direction}`).join(', ')}
      LIMIT ${parameters.add(first + 1, 'integer')}
    ) page
    ORDER BY o.id, ${keys.map(({ name }) => `page.${name} ${listing.direction}`).join(', ')}`;
  return { text, values: parameters.values };
}

/** The owners as rows with an id; a single one without for the whole corpus. */
const ownersAsRows = (owners: readonly string[] | null, parameters: Parameters): string =>
  owners ? `unnest(${parameters.add(owners, 'uuid[]')})` : '(VALUES (NULL::uuid))';

/** A list by what is counted of it. */
export const counted = (listing: Listing): Listing =>
  listing.countedFrom ? { ...listing, from: listing.countedFrom } : listing;

/** What a list is read from. */
export function source({ from, entity }: Listing, parameters: Parameters): string {
  if (from === undefined) return `${entity.table} ${entity.alias}`;
  return typeof from === 'string' ? from : from(parameters);
}

/**
 * Which rows are in a list.
 *
 * @param owner SQL of the owner's id, or null for a list of the whole corpus
 * @param after the cursor behind which they are
 * @throws VerbatimError BAD_USER_INPUT when that is no cursor of this list
 */
export function where(
  listing: Listing,
  parameters: Parameters,
  owner: string | null,
  after: string | null = null,
): string {
  const owned = owner !== null && listing.ownedBy ? [listing.ownedBy(owner)] : [];
  const conditions = listing.conditions.map((condition) => condition(parameters));
  return [...owned, ...conditions, ...beyond(listing, after, parameters)].join(' AND ') || 'true';
}

/** Rows behind a cursor: a comparison of rows, which an index of the same columns answers. */
function beyond(listing: Listing, after: string | null, parameters: Parameters): string[] {
  if (after === null) return [];
  const values = decodeCursor(listing, after).map((value, index) => {
    const type = listing.order[index]?.type ?? 'text';
    return parameters.add(value, type) + (type === 'text' ? ' COLLATE "C"' : '');
  });
  const keys = listing.order.map(({ expression }) => expression);
  return [`(${keys.join(', ')}) ${listing.direction === 'ASC' ? '>' : '<'} (${values.join(', ')})`];
}
