import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import { backupEnd, backupHeader, readRowLine, type BackupHeader, type BackupRow } from './backup-lines.ts';

/** Bytes of the line of one row: a text of 50 MB, with what JSON adds to it. */
export const LONGEST_ROW = 400_000_000;

/** A line of what is read, without its LF; null for one that is longer than any row can be. */
export interface ReadLine {
  readonly bytes: Buffer | null;
  /** From 1. */
  readonly number: number;
}

/** A backup that is being read. */
export interface ReadBackup {
  readonly header: BackupHeader;
  /** Its rows in their order. Only when all are read is it known whether the backup is whole. */
  readonly rows: AsyncGenerator<BackupRow>;
}

/**
 * Reads a backup.
 *
 * @throws VerbatimError BAD_USER_INPUT, also while rows are read, with the line at which it is not what was written
 */
export async function readBackup(lines: AsyncIterable<ReadLine>): Promise<ReadBackup> {
  const reader = lines[Symbol.asyncIterator]();
  const first = await reader.next();
  const bytes = first.done === true ? null : first.value.bytes;
  const header = parse(backupHeader, bytes);
  if (!header) throw refuse(1, 'does not begin a backup of this version of Verbatim: "verbatim backup" makes one');
  const hash = createHash('sha256')
    .update(bytes ?? '')
    .update('\n');
  return { header, rows: rowsOf({ [Symbol.asyncIterator]: () => reader }, hash) };
}

async function* rowsOf(lines: AsyncIterable<ReadLine>, hash: ReturnType<typeof createHash>): AsyncGenerator<BackupRow> {
  let count = 0;
  let hasEnded = false;
  for await (const { bytes, number } of lines) {
    if (hasEnded) throw refuse(number, 'stands behind the end: it holds more than one backup');
    const row = bytes && readRowLine(bytes.toString('utf8'));
    if (row) {
      count++;
      hash.update(bytes).update('\n');
      yield row;
      continue;
    }
    const end = parse(backupEnd, bytes);
    if (!end) throw refuse(number, 'is no row of a backup: it was damaged');
    if (end.rows !== count || end.sha256 !== hash.digest('hex'))
      throw refuse(number, 'tells of other rows than there are: some were changed or lost');
    hasEnded = true;
  }
  if (!hasEnded) throw refuse(count + 1, 'is its last one: the rest of it is missing');
}

function parse<Format extends z.ZodType>(format: Format, bytes: Buffer | null): z.infer<Format> | null {
  try {
    return format.parse(JSON.parse((bytes ?? '').toString('utf8')));
  } catch {
    return null;
  }
}

const refuse = (line: number, what: string): VerbatimError =>
  new VerbatimError('BAD_USER_INPUT', `Line ${String(line)} of the backup ${what}. Nothing was changed.`);
