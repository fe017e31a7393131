import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { VerbatimError } from '../../domain/errors.ts';
import { readLines } from '../../ingest/sources/read-lines.ts';
import { backUp } from '../../store/backup/back-up.ts';
import { LONGEST_ROW, readBackup } from '../../store/backup/read-backup.ts';
import { restore } from '../../store/backup/restore.ts';
import { plainBytes } from '../plain-bytes.ts';
import { printStream } from '../print-stream.ts';
import { showCheck } from '../show-check.ts';
import { streamOfServer } from '../stream-of-server.ts';
import { visible } from '../visible.ts';
import { withStore, withStoreOrServer } from '../with-store.ts';

/**
 * `verbatim backup`: writes all that the store holds to a file, while others use the store. The file is there once it is whole.
 *
 * @param file compressed when its name ends with ".gz"; "-" for standard output
 */
export async function backupCommand(file: string): Promise<void> {
  if (file !== '-' && existsSync(file)) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${file} is there already. Name another file: a backup takes the place of none.`,
    );
  }
  await withStoreOrServer(
    (store) => writeBackup(file, backUp(store)),
    async (server) => writeBackup(file, await streamOfServer(server, '/backup')),
  );
}

async function writeBackup(file: string, lines: AsyncIterable<string>): Promise<void> {
  if (file === '-') {
    await printStream(lines);
    return;
  }
  const draft = `${file}.part`;
  try {
    const packed = file.endsWith('.gz') ? createGzip() : new PassThrough();
    await pipeline(Readable.from(lines), packed, createWriteStream(draft, { flags: 'wx', mode: 0o600 })).catch(
      (cause: unknown) => {
        throw refusedByDisk(draft, cause) ?? cause;
      },
    );
    const { size, rootHash, rows } = await readAgain(draft);
    await keep(draft, file);
    process.stdout.write(
      `${visible(file)} holds all up to revision ${String(size)}, in ${String(rows)} rows. Its ledger ends with ${rootHash}.\n` +
        'The key that signs for the ledger is not in it: keep that apart.\n',
    );
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** What was written, read as it will be read once. */
async function readAgain(file: string): Promise<{ size: number; rootHash: string; rows: number }> {
  const { header, rows } = await readBackup(
    readLines(
      plainBytes(() => createReadStream(file)),
      LONGEST_ROW,
    ),
  );
  let count = 0;
  for await (const _ of rows) count++;
  return { ...header.ledger, rows: count };
}

/** Gives a file its name once the disk has it. */
async function keep(draft: string, file: string): Promise<void> {
  const written = await open(draft, 'r');
  try {
    await written.sync();
  } finally {
    await written.close();
  }
  await rename(draft, file);
}

/** What the system says of a file, in words for who named it; null for anything else. */
function refusedByDisk(file: string, cause: unknown): VerbatimError | null {
  const { code, path, syscall } = cause as NodeJS.ErrnoException;
  if (syscall === undefined || (path !== undefined && path !== file)) return null;
  return new VerbatimError('BAD_USER_INPUT', `${file} cannot be written (${code ?? syscall}). Nothing is there.`, {
    cause,
  });
}

/** `verbatim restore`: puts a backup into an empty store, and keeps it if everything holds. */
export async function restoreCommand(file: string): Promise<void> {
  await withStore(async (store) => {
    const { size, rootHash, rows } = await restore(
      store,
      readLines(
        plainBytes(() => (file === '-' ? process.stdin : createReadStream(file))),
        LONGEST_ROW,
      ),
      showCheck,
    );
    process.stdout.write(
      `Restored all up to revision ${String(size)}, in ${String(rows)} rows. Everything holds, and the ledger ends with ${rootHash} as it did.\n`,
    );
  });
}
