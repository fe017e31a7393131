/** The columns of properties: those whose names would be reserved words or hold digits, and whatever was asked for, row by row. */
const COLUMNS = new Map([
  ['start', 'start_offset'],
  ['end', 'end_offset'],
  ['startUtf16', 'start_utf16'],
  ['endUtf16', 'end_utf16'],
  ['lengthUtf16', 'length_utf16'],
]);

/** The column of a property: "articleId" is article_id. */
export function columnOf(property: string): string {
  const known = COLUMNS.get(property);
  if (known !== undefined) return known;
  const column = property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  COLUMNS.set(property, column);
  return column;
}

/** The columns of a row's properties, in their order. */
export const columnsOf = (row: object): string[] => Object.keys(row).map(columnOf);

/** A row by the names of its columns. */
export const asRow = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf(property), value as unknown]));
