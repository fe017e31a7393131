import { createReadStream } from 'node:fs';
import { VerbatimError } from '../../domain/errors.ts';
import { readBytes, type ByteStream } from '../sources/read-bytes.ts';
import { isSystemError, readingProblem } from '../sources/reading-problem.ts';
import { textOfUtf8 } from '../sources/utf8.ts';
import type { BadSource } from '../sources/incoming-article.ts';
import type { IncomingAnnotation } from './incoming-annotation.ts';
import { readAnnotations } from './read-annotations.ts';

/**
 * The annotations of a file, or of standard input.
 *
 * @param path "-" for standard input
 * @param longest bytes
 * @throws VerbatimError BAD_USER_INPUT when no annotations can be read from it
 */
export async function readAnnotationFile(
  path: string,
  standardInput: ByteStream = process.stdin,
  longest?: number,
): Promise<(IncomingAnnotation | BadSource)[]> {
  const isInput = path === '-';
  const place = isInput ? 'standard input' : path;
  try {
    const bytes = await readBytes(isInput ? standardInput : createReadStream(path), place, longest, tooLong);
    return readAnnotations(textOfUtf8(bytes, place), place);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new VerbatimError('BAD_USER_INPUT', readingProblem(place, error), { cause: error });
  }
}

const tooLong = (place: string): VerbatimError =>
  new VerbatimError('BAD_USER_INPUT', `${place} is longer than 50 MB. Bring its annotations in several files.`);
