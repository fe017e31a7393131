import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { filesBelow } from './files-below.ts';
import { formatOfFile, READ_EXTENSIONS } from './format-of-file.ts';
import type { BadSource, SourceFormat } from './incoming-article.ts';
import type { ByteStream } from './read-bytes.ts';
import { readingProblem } from './reading-problem.ts';

/** Something that articles are read from. */
export interface Source {
  /** As messages name it. */
  readonly place: string;
  readonly format: SourceFormat;
  /** What tells it from all others, "file:/folder/a.txt"; null for standard input, which is another one each time. */
  readonly key: string | null;
  readonly open: () => ByteStream;
}

export const standardInput = (stream: ByteStream, format: SourceFormat): Source => ({
  place: 'standard input',
  format,
  key: null,
  open: () => stream,
});

/**
 * The files that a path names: itself, or those below it.
 *
 * @param format how a file that is named by itself is written, whatever its extension
 */
export async function* sourcesAt(path: string, format: SourceFormat | null): AsyncGenerator<Source | BadSource> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield { place: path, message: readingProblem(path, error), skipped: false };
    return;
  }
  if (!isFolder) {
    yield fileSource(path, format);
    return;
  }
  for await (const file of filesBelow(path)) yield typeof file === 'string' ? fileSource(file, null) : file;
}

function fileSource(path: string, given: SourceFormat | null): Source | BadSource {
  const format = given ?? formatOfFile(path);
  if (format !== null) {
    return { place: path, format, key: `file:${resolve(path)}`, open: () => createReadStream(path) };
  }
  const message = `${path} is left out: its name ends with none of ${READ_EXTENSIONS}. Name it with its format to have it read.`;
  return { place: path, message, skipped: true };
}
