import { decodeCursor } from '../../store/read/cursor.ts';
import type { Listing } from '../../store/read/listing.ts';
import { counted, source, where } from '../../store/read/pages.ts';
import { pageRequest } from '../relay/page-args.ts';
import { jsonList, jsonObject, OWNER, Unplanned, type PlannedField } from './planner.ts';
import { isTypename, type AskedField } from './selections.ts';

/** What a page is planned from. */
interface PlannedList {
  /** The name of the type whose items are listed. */
  readonly of: string;
  /** The list that the arguments ask for. */
  readonly listing: (args: Readonly<Record<string, unknown>>) => Listing;
  /** SQL of the id of the row to which the list belongs; left out for a list of the whole corpus. */
  readonly owner?: string;
  /** Fields of an edge besides `node` and `cursor`, by the alias `page`; and how a node is read that is of several types. */
  readonly edge?: Readonly<Record<string, PlannedField>>;
}

type Entry = readonly [key: string, value: string];

/** A page of a list: what `readPages` reads, as JSON. */
export const page =
  ({ of, listing: listed, owner, edge = {} }: PlannedList): PlannedField =>
  ({ args, selectionSets }, planner) => {
    const listing = listed(args);
    const { first, after } = pageRequest({
      first: args['first'] as number | null,
      after: args['after'] as string | null,
    });
    // A cursor that is none is wrong even where nothing is read behind it.
    if (after !== null) decodeCursor(listing, after);
    const { parameters } = planner;
    const from = (read: Listing): string =>
      owner === undefined
        ? source(read, parameters)
        : `(SELECT ${owner}) AS ${OWNER} (id) CROSS JOIN ${source(read, parameters)}`;
    const ownerId = owner === undefined ? null : `${OWNER}.id`;
    const cursor = cursorOf(listing);
    // What is worked out of a row while it is in scope, and of the page behind it; each by the key of its field.
    const [ofRow, ofPage, answer]: [Entry[], Entry[], Entry[]] = [[], [], []];
    const fields = planner.asked(`${of}Connection`, selectionSets);
    const isRead = fields.some(({ name }) => name !== 'totalCount' && !name.startsWith('__'));
    // Part of the text, since a database plans for so many rows otherwise than for any number.
    const size = String(first);
    const isCounted = fields.some(({ name }) => name === 'pageInfo');
    const order = (row: string): string =>
      listing.order.map((_, index) => `${row}."#${String(index)}" ${listing.direction}`).join(', ');
    for (const field of fields) {
      const column = `"@${field.key}"`;
      if (isTypename(field)) answer.push([field.key, `'${of}Connection'::text`]);
      else if (field.name === 'nodes') {
        ofRow.push([column, planner.object(of, field.selectionSets)]);
        answer.push([field.key, onPage(`rows.${column}`)]);
      } else if (field.name === 'edges') {
        ofPage.push([column, edgeOf(field)]);
        answer.push([field.key, onPage(`rows.${column}`)]);
      } else if (field.name === 'pageInfo') answer.push([field.key, pageInfo(field)]);
      else if (field.name === 'totalCount') answer.push([field.key, totalCount()]);
      else throw new Unplanned(`${of}Connection.${field.name}`);
    }

    const keys = listing.order.map(({ expression }, index) => `${expression} AS "#${String(index)}"`);
    const columns = ofRow.map(([name, value]) => `${value} AS ${name}`);
    const windows = isCounted
      ? `, row_number() OVER (ORDER BY ${order('page')}) AS "#number", count(*) OVER () AS "#count"`
      : '';
    if (!isRead) return `(SELECT ${jsonObject(answer)})`;
    return `(SELECT ${jsonObject(answer)} FROM (
      SELECT ${['page.*', ...ofPage.map(([name, value]) => `${value} AS ${name}`)].join(', ')}${windows}
      FROM (
        SELECT ${[...(edge['node'] ? [listing.entity.columns] : []), ...columns, ...keys].join(', ')} FROM ${from(listing)}
        WHERE ${where(listing, parameters, ownerId, after)}
        ORDER BY ${listing.order.map(({ expression }) => `${expression} ${listing.direction}`).join(', ')} LIMIT ${size}${isCounted ? ' + 1' : ''}
      ) page
    ) rows HAVING true)`;

    function onPage(value: string): string {
      return isCounted
        ? jsonList(value, 'rows."#number"', ` FILTER (WHERE rows."#number" <= ${size})`)
        : jsonList(value, order('rows'));
    }

    function edgeOf({ key, selectionSets: selections }: AskedField): string {
      return jsonObject(
        planner.asked(`${of}Edge`, selections).map((field): Entry => {
          if (isTypename(field)) return [field.key, `'${of}Edge'::text`];
          if (field.name === 'cursor') return [field.key, cursor('page')];
          const special = edge[field.name];
          if (special) return [field.key, special(field, planner)];
          if (field.name !== 'node') throw new Unplanned(`${of}Edge.${field.name}`);
          const column = `"@${key}.${field.key}"`;
          ofRow.push([column, planner.object(of, field.selectionSets)]);
          return [field.key, `page.${column}`];
        }),
      );
    }

    function pageInfo({ selectionSets: selections }: AskedField): string {
      const cursorAt = (number: string) => `max(${cursor('rows')}) FILTER (WHERE rows."#number" = ${number})`;
      const values: Readonly<Record<string, string>> = {
        __typename: `'PageInfo'::text`,
        hasNextPage: `count(*) > ${size}`,
        hasPreviousPage: String(after !== null),
        startCursor: cursorAt(`least(1, ${size})`),
        endCursor: cursorAt(`least(${size}, rows."#count")`),
      };
      return jsonObject(
        planner.asked('PageInfo', selections).map(({ key, name }): Entry => {
          const value = values[name];
          if (value === undefined) throw new Unplanned(`PageInfo.${name}`);
          return [key, value];
        }),
      );
    }

    function totalCount(): string {
      return `(SELECT count(*) FROM ${from(counted(listing))} WHERE ${where(listing, parameters, ownerId)})`;
    }
  };

/** SQL of the cursor of a row, as `encodeCursor` writes it. */
function cursorOf({ name, order }: Listing): (row: string) => string {
  return (row) => {
    const keys = order.map((_, index) => `to_json(${row}."#${String(index)}"::text)::text`);
    const json = `'["${name}",' || ${keys.join(` || ',' || `)} || ']'`;
    return `translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
  };
}
