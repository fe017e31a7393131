import { z } from 'zod';

/** The first line of a backup. */
export const backupHeader = z.strictObject({
  verbatim: z.literal('backup'),
  /** Of these lines. */
  format: z.literal(1),
  /** The newest migration of the store: its tables are those of this one. */
  migration: z.string(),
  /** The ledger as it was: how many revisions, and the head of its tree in hexadecimal digits. */
  ledger: z.strictObject({ size: z.int().min(0), rootHash: z.string() }),
});
export type BackupHeader = z.infer<typeof backupHeader>;

/** The last line. */
export const backupEnd = z.strictObject({
  end: z.literal(true),
  rows: z.int().min(0),
  /** Of all lines before it, in hexadecimal digits. */
  sha256: z.string(),
});
export type BackupEnd = z.infer<typeof backupEnd>;

/** A row of a table: the JSON that the database makes of it, which only the database reads, so that nothing is lost on the way. */
export interface BackupRow {
  readonly table: string;
  readonly json: string;
}

/** The line of a row. */
export const rowLine = ({ table, json }: BackupRow): string => `{"table":"${table}","row":${json}}`;

/** Reads the line of a row; null when it is none. */
export function readRowLine(line: string): BackupRow | null {
  const [start, table, json] = ROW_LINE.exec(line) ?? [];
  return start === undefined || table === undefined || json === undefined ? null : { table, json };
}

const ROW_LINE = /^\{"table":"([a-z_]+)","row":(\{[^]*\})\}$/;
