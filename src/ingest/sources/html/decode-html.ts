import { VerbatimError } from '../../../domain/errors.ts';
import { textOfUtf8 } from '../utf8.ts';

/** Bytes in which an encoding is declared; browsers look through the first 1,024, and some pages are late. */
const SEARCHED = 8_192;
const META = /<meta\s[^<>]*>/gi;
const CHARSET = /charset\s*=\s*["']?([\w:.-]+)/i;

const MARKS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
] as const;

/** What windows-1252 has for the bytes 0x80 to 0x9F; some releases of Node.js take them for control characters. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/**
 * A page's text, by its byte order mark, else by the encoding that it declares, else as UTF-8.
 *
 * @param place names the page in error messages
 * @throws VerbatimError BAD_USER_INPUT when its encoding is not known, or is not what the page is in
 */
export function decodeHtml(bytes: Buffer, place: string): string {
  const encoding = markOf(bytes) ?? declaredEncoding(bytes, place) ?? 'utf-8';
  if (encoding === 'utf-8') return textOfUtf8(bytes, place);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'windows-1252' ? text.replace(/[\x80-\x9F]/g, inWindows1252) : text;
  } catch (cause) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${place} is not in the encoding that it declares, ${encoding}. Convert it to UTF-8, or fetch it again if it was cut off.`,
      { cause },
    );
  }
}

function declaredEncoding(bytes: Buffer, place: string): string | null {
  const label = declaredLabel(bytes.toString('latin1', 0, SEARCHED));
  if (label === null) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // A page whose declaration can be read byte for byte is not in UTF-16.
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch (cause) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `${place} declares the encoding ${JSON.stringify(label)}, which is not known. Convert it to UTF-8 and declare that.`,
      { cause },
    );
  }
}

function declaredLabel(beginning: string): string | null {
  for (const [meta] of withoutComments(beginning).matchAll(META)) {
    const label = CHARSET.exec(meta)?.[1];
    if (label !== undefined) return label;
  }
  return null;
}

const withoutComments = (html: string): string =>
  html
    .split('<!--')
    .map((part, at) => (at === 0 ? part : part.split('-->').slice(1).join('-->')))
    .join('');

const markOf = (bytes: Buffer): string | null =>
  MARKS.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte))?.encoding ?? null;

const inWindows1252 = (control: string): string => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80);
