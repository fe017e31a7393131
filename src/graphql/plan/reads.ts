import { columnOf } from '../../store/columns.ts';
import type { OwnedRows } from '../../store/read/details.ts';
import { ENTITIES, entitySource } from '../../store/read/entities.ts';
import type { NodeType } from '../../store/read/rows.ts';
import { jsonList, type PlannedField, type PlannedFields } from './planner.ts';

/** The ways in which fields are read. Each tells by SQL what a loader or a column gives to the field's resolver. */

/** Fields that are columns of the row, each by the name of its property. */
export const columns = (alias: string, names: string): PlannedFields =>
  Object.fromEntries(names.split(' ').map((name) => [name, () => `${alias}.${columnOf(name)}`]));

/** The global id of a row: base64url of "Type:uuid", which ASCII letters make without "+" and "/". */
export const nodeId =
  (type: Exclude<NodeType, 'Quote'>): PlannedField =>
  () =>
    `rtrim(encode(('${type}:' || ${ENTITIES[type].alias}.id)::bytea, 'base64'), '=')`;

/** The global id of a quote, which tells its place; longer ones are broken into lines. */
export const quoteId: PlannedField = () =>
  `translate(encode(('Quote:' || q.version_id || ':' || q.start_offset || '-' || q.end_offset)::bytea, 'base64'), E'=\\n', '')`;

/** The entity of an id; null where there is none. */
export const entity =
  (type: NodeType, id: string): PlannedField =>
  ({ selectionSets }, planner) => {
    const owner = planner.alias();
    const { from, asked } = entitySource(type);
    return `(SELECT ${planner.object(type, selectionSets)} FROM (SELECT ${id}) AS ${owner} (id) JOIN ${from} ON ${asked}.id = ${owner}.id)`;
  };

/** Rows as pieces of SQL: what they are read from, by the id of the row that they belong to, and in which order. */
interface RowsOf {
  readonly from: (owner: string) => string;
  readonly order: string;
}

const ofOwner = ({ from, owner, conditions, order }: OwnedRows): RowsOf => ({
  from: (id) => `${from} WHERE ${owner} = ${id}${conditions === undefined ? '' : ` AND ${conditions}`}`,
  order,
});

/** The rows that belong to another one. */
export const rows =
  (type: string, read: OwnedRows | RowsOf, id: string): PlannedField =>
  ({ selectionSets }, planner) => {
    const owner = planner.alias();
    const { from, order } = 'owner' in read ? ofOwner(read) : read;
    return `(SELECT ${jsonList(planner.object(type, selectionSets), order)} FROM (SELECT ${id}) AS ${owner} (id) CROSS JOIN ${from(`${owner}.id`)})`;
  };

/** The only row that belongs to another one; null where there is none. */
export const row =
  (type: string, read: OwnedRows | Pick<RowsOf, 'from'>, id: string): PlannedField =>
  ({ selectionSets }, planner) => {
    const owner = planner.alias();
    const { from } = 'owner' in read ? ofOwner(read) : read;
    return `(SELECT ${planner.object(type, selectionSets)} FROM (SELECT ${id}) AS ${owner} (id) CROSS JOIN ${from(`${owner}.id`)})`;
  };

/** An instant as `Date.toJSON` writes it, in UTC and without what is shorter than a millisecond. */
export const instant =
  (column: string): PlannedField =>
  () => {
    const written = `to_char(date_trunc('milliseconds', ${column}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    const year = `date_part('year', ${column} AT TIME ZONE 'UTC')`;
    // The year before 1 is 0 to JSON, and years of more than four digits, or before that one, have a sign and six digits.
    const other = `CASE WHEN ${year} = -1 THEN '0000' WHEN ${year} < 0 THEN '-' || lpad((-${year} - 1)::text, 6, '0') ELSE '+' || lpad(${year}::text, 6, '0') END`;
    return `CASE WHEN ${year} BETWEEN 1 AND 9999 THEN ${written} ELSE ${other} || substr(${written}, strpos(${written}, '-')) END`;
  };
