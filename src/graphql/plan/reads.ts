import { columnOf } from '../../store/columns.ts';
import type { Batch, OwnedRows } from '../../store/read/details.ts';
import { ENTITIES, entitySource } from '../../store/read/entities.ts';
import type { NodeType } from '../../store/read/rows.ts';
import { jsonList, OWNER, type PlannedField, type PlannedFields } from './planner.ts';

/** The ways in which fields are read. Each tells by SQL what a loader or a column gives to the field's resolver. */

/** Fields that are columns of the row, each by the name of its property. */
export const columns = (alias: string, names: string): PlannedFields =>
  Object.fromEntries(
    names.split(' ').map((name) => {
      const column = `${alias}.${columnOf(name)}`;
      return [name, () => column];
    }),
  );

/** The global id of a row: base64url of "Type:uuid", which ASCII letters make without "+" and "/". */
export const nodeId =
  (type: Exclude<NodeType, 'Quote'>, id = `${ENTITIES[type].alias}.id`): PlannedField =>
  () =>
    `rtrim(encode(('${type}:' || ${id})::bytea, 'base64'), '=')`;

/** The global id of a quote, which tells its place; longer ones are broken into lines. */
export const quoteId: PlannedField = () =>
  `translate(encode(('Quote:' || q.version_id || ':' || q.start_offset || '-' || q.end_offset)::bytea, 'base64'), E'=\\n', '')`;

/** The entity of an id; null where there is none. */
export const entity =
  (type: NodeType, id: string): PlannedField =>
  ({ selectionSets }, planner) => {
    const { from, asked } = entitySource(type);
    return `(SELECT ${planner.object(type, selectionSets)} FROM (SELECT ${id}) AS ${OWNER} (id) JOIN ${from} ON ${asked}.id = ${OWNER}.id)`;
  };

/** The revision of a number; null where there is none. */
export const revision =
  (number: string): PlannedField =>
  ({ selectionSets }, planner) =>
    `(SELECT ${planner.object('Revision', selectionSets)} FROM (SELECT ${number}) AS ${OWNER} (number) JOIN revision r ON r.number = ${OWNER}.number)`;

/** What rows are read from that belong to another one, of which the id is given. */
const owned = ({ from, owner, conditions }: OwnedRows, id: string): string =>
  `(SELECT ${id}) AS ${OWNER} (id) CROSS JOIN ${from} WHERE ${owner} = ${OWNER}.id${conditions === undefined ? '' : ` AND ${conditions}`}`;

/** The rows that belong to another one. */
export const rows =
  (type: string, read: OwnedRows, id: string): PlannedField =>
  ({ selectionSets }, planner) =>
    `(SELECT ${jsonList(planner.object(type, selectionSets), read.order)} FROM ${owned(read, id)})`;

/** The only row that belongs to another one; null where there is none. */
export const row =
  (type: string, read: OwnedRows, id: string): PlannedField =>
  ({ selectionSets }, planner) =>
    `(SELECT ${planner.object(type, selectionSets)} FROM ${owned(read, id)})`;

/** A statement that reads for many owners, as `Batch` has it. */
type BatchText = Pick<Batch<unknown>, 'text'>;

/** What a batch reads for one owner, as rows `r` with the names that it gives them, and in its order by `r."#number"`. */
const batched = ({ text }: BatchText, id: string): string =>
  `(SELECT ${id}) AS ${OWNER} (id) CROSS JOIN LATERAL (
    SELECT row_number() OVER () AS "#number", found.* FROM (${text.replaceAll('$1::uuid[]', `ARRAY[${OWNER}.id]`)}) found
  ) r`;

/** A property of a row that a batch reads. */
export const property = (name: string): string => `r."${name}"${name.endsWith('Id') ? '::uuid' : ''}`;

/** Fields that are properties of such a row. */
export const properties = (names: string): PlannedFields =>
  Object.fromEntries(names.split(' ').map((name) => [name, () => property(name)]));

/** The rows that a batch reads. */
export const batchedRows =
  (type: string, batch: BatchText, id: string): PlannedField =>
  ({ selectionSets }, planner) =>
    `(SELECT ${jsonList(planner.object(type, selectionSets), 'r."#number"')} FROM ${batched(batch, id)})`;

/** The only row that a batch reads. */
export const batchedRow =
  (type: string, batch: BatchText, id: string): PlannedField =>
  ({ selectionSets }, planner) =>
    `(SELECT ${planner.object(type, selectionSets)} FROM ${batched(batch, id)})`;

/** A number of the only row that a batch reads; 0 where it reads none. */
export const batchedValue =
  (name: string, batch: BatchText, id: string): PlannedField =>
  () =>
    `coalesce((SELECT ${property(name)} FROM ${batched(batch, id)}), 0)`;

/** What is read of entities of which a batch reads the ids. */
const batchedNodes = (type: NodeType, batch: BatchText, id: string): string => {
  const { table, alias } = ENTITIES[type];
  return `${batched(batch, id)} JOIN ${table} ${alias} ON ${alias}.id = r.id`;
};

/** The entities that a batch reads. */
export const batchedEntities =
  (type: NodeType, batch: BatchText, id: string): PlannedField =>
  ({ selectionSets }, planner) =>
    `(SELECT ${jsonList(planner.object(type, selectionSets), 'r."#number"')} FROM ${batchedNodes(type, batch, id)})`;

/** The only entity that a batch reads; null where there is none. */
export const batchedEntity =
  (type: NodeType, batch: BatchText, id: string): PlannedField =>
  ({ selectionSets }, planner) =>
    `(SELECT ${planner.object(type, selectionSets)} FROM ${batchedNodes(type, batch, id)})`;

/** The quotes of the property `quoteIds`, in its order. */
export const quotesById: PlannedField = ({ selectionSets }, planner) =>
  `(SELECT ${jsonList(planner.object('Quote', selectionSets), 'w.ordinal')}
    FROM unnest(${property('quoteIds')}) WITH ORDINALITY AS w (quote_id, ordinal) JOIN quote q ON q.id = w.quote_id::uuid)`;

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
