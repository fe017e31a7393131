import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { VerbatimError } from '../domain/errors.ts';
import { assertStorable } from '../text/storable.ts';

/** U+FFFD in UTF-8, byte for character. */
const REPLACEMENT = '\xEF\xBF\xBD';

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
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes)) {
    const at = firstInvalidByte(bytes, text);
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${name} is not UTF-8: byte ${String(at)} (0x${(bytes[at] ?? 0).toString(16)}) begins no valid character. ` +
        'Convert the file to UTF-8, or fetch it again if it was cut off.',
    );
  }
  assertStorable(text, name);
  return text;
}

/** Where the first replacement character was put that does not stand in the bytes themselves. */
function firstInvalidByte(bytes: Buffer, text: string): number {
  let at = 0;
  for (const valid of text.split('\uFFFD')) {
    at += Buffer.byteLength(valid);
    if (bytes.toString('latin1', at, at + REPLACEMENT.length) !== REPLACEMENT) break;
    at += REPLACEMENT.length;
  }
  return at;
}

function reasonOf(cause: unknown): string {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'its permissions forbid it';
  return String(code ?? cause);
}
