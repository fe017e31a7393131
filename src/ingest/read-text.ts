import { readFile } from 'node:fs/promises';
import { VerbatimError } from '../domain/errors.ts';
import { assertStorable } from '../text/storable.ts';
import { textOfUtf8 } from './sources/utf8.ts';

/**
 * Reads a file as the text that it is: UTF-8, every byte kept, a byte order mark included.
 *
 * @param name names the file in error messages
 * @throws VerbatimError BAD_USER_INPUT when it is missing, no file, no UTF-8, or holds what cannot be stored
 */
export async function readText(path: string, name: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new VerbatimError('BAD_USER_INPUT', `${name} cannot be read: ${reasonOf(cause)}.`, { cause });
  });
  const text = textOfUtf8(bytes, name);
  assertStorable(text, name);
  return text;
}

function reasonOf(cause: unknown): string {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'its permissions forbid it';
  return String(code ?? cause);
}
