/** Columns whose names would be reserved words, or hold digits. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  start: 'start_offset',
  end: 'end_offset',
  startUtf16: 'start_utf16',
  endUtf16: 'end_utf16',
  lengthUtf16: 'length_utf16',
};

/** The column of a property: "articleId" is article_id. */
export const columnOf = (property: string): string =>
  COLUMN_NAMES[property] ?? property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** The columns of a row's properties, in their order. */
export const columnsOf = (row: object): string[] => Object.keys(row).map(columnOf);

/** A row by the names of its columns. */
export const asRow = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf(property), value as unknown]));
