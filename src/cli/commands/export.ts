import { createWriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { VerbatimError } from '../../domain/errors.ts';
import { EXPORT_FORMATS, type ExportFormatName } from '../../export/export-formats.ts';
import { inChunks } from '../../export/in-chunks.ts';
import { corpusAt } from '../../store/export/corpus-at.ts';
import { revisionToExport } from '../../store/export/revision-to-export.ts';
import { printStream } from '../print-stream.ts';
import { streamOfServer } from '../stream-of-server.ts';
import { withStoreOrServer } from '../with-store.ts';

interface ExportCommandOptions {
  /** A file; without it, standard output. */
  readonly output?: string;
  /** A revision; without it, the newest. */
  readonly asOf?: number;
}

/**
 * `verbatim export`: the corpus in a format of the field, as a stream. A file appears under its name when it is whole.
 *
 * @throws VerbatimError BAD_USER_INPUT when the revision is not there, or the file cannot be written
 */
export async function exportCommand(name: ExportFormatName, { output, asOf }: ExportCommandOptions): Promise<void> {
  const write = (chunks: AsyncIterable<string>) => (output === undefined ? printStream(chunks) : save(output, chunks));
  await withStoreOrServer(
    async ({ sql }) => {
      const corpus = await corpusAt(sql, await revisionToExport(sql, asOf ?? null));
      await write(inChunks(EXPORT_FORMATS[name].write(corpus)));
    },
    async (server) =>
      write(await streamOfServer(server, `/export/${name}${asOf === undefined ? '' : `?asOf=${String(asOf)}`}`)),
  );
}

async function save(file: string, chunks: AsyncIterable<string>): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    await pipeline(Readable.from(chunks), createWriteStream(draft, { flags: 'wx' }));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if (!isSystemError(error)) throw error;
    throw new VerbatimError('BAD_USER_INPUT', `${file} cannot be written: ${error.message.split(',', 1)[0] ?? ''}.`, {
      cause: error,
    });
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'path' in error;
