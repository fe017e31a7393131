import { isUtf8 } from 'node:buffer';
import { VerbatimError } from '../../domain/errors.ts';

/** U+FFFD in UTF-8, byte for character. */
const REPLACEMENT = '\xEF\xBF\xBD';

/**
 * The text that bytes are in UTF-8, a byte order mark included.
 *
 * @param name names them in the error message
 * @throws VerbatimError BAD_USER_INPUT with the first byte that is none
 */
export function textOfUtf8(bytes: Buffer, name: string): string {
  const text = bytes.toString('utf8');
  if (isUtf8(bytes)) return text;
  const at = firstInvalidByte(bytes, text);
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `${name} is not UTF-8: byte ${String(at)} (0x${(bytes[at] ?? 0).toString(16)}) begins no valid character. ` +
      'Convert it to UTF-8, or fetch it again if it was cut off.',
  );
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
