import { readFile } from 'node:fs/promises';
import { VerbatimError } from '../domain/errors.ts';
import { assertStorable } from '../text/storable.ts';

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
  const encoded = Buffer.from(text, 'utf8');
  if (!encoded.equals(bytes)) {
    const at = bytes.findIndex((byte, index) => byte !== encoded[index]);
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${name} is not UTF-8: byte ${String(at)} (0x${(bytes[at] ?? 0).toString(16)}) begins no valid character. ` +
        'Convert the file to UTF-8, or fetch it again if it was cut off.',
    );
  }
  assertStorable(text, name);
  return text;
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'its permissions forbid it';
  return String(code ?? cause);
}
