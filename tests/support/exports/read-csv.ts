import { parse } from 'csv-parse/sync';

/** The rows of an export as another reader finds them, each by its columns, with the apostrophe taken away that defuses formulas. */
export function readCsv(file: string): Record<string, string>[] {
  return rawCsv(file).map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value.replace(/^'/, '')])),
  );
}

/** The same as a spreadsheet gets to see it. */
export const rawCsv = (file: string): Record<string, string>[] =>
  parse(file, { columns: true, record_delimiter: '\r\n' });
