import { randomBytes, randomUUID } from 'node:crypto';

/** What a key is made of. */
export interface KeyParts {
  /** A UUID: which key it is. No secret. */
  readonly id: string;
  /** 32 random bytes as 43 characters of base64url: that its holder was given it. */
  readonly secret: string;
}

const KEY = /^verbatim_([\w-]{22})_([\w-]{43})$/;
const SHORT_ID = /^[\w-]{22}$/;

/** A new key, as nobody else can guess it. */
export function newKey(): KeyParts {
  let id = randomUUID();
  // A command would take an id that begins so for an option.
  while (shortKeyId(id).startsWith('-')) id = randomUUID();
  return { id, secret: randomBytes(32).toString('base64url') };
}

/** A key as its holder keeps it: "verbatim_", its short id, "_", its secret. Scanners for leaked secrets find it by its beginning. */
export const keyText = ({ id, secret }: KeyParts): string => `verbatim_${shortKeyId(id)}_${secret}`;

/** What a text that is said to be a key is made of, or null when it has not the form of one. */
export function readKeyText(text: string): KeyParts | null {
  const [, shortId = '', secret = ''] = KEY.exec(text) ?? [];
  const id = readShortKeyId(shortId);
  return id === null ? null : { id, secret };
}

/** A key's id as people see it, and as it stands in the key itself: the UUID's 16 bytes as 22 characters of base64url. */
export const shortKeyId = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');

/** The UUID of a key's short id, or null when it is none. */
export function readShortKeyId(shortId: string): string | null {
  if (!SHORT_ID.test(shortId)) return null;
  const hex = Buffer.from(shortId, 'base64url').toString('hex');
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  // Its last character has bits to spare: one id has one spelling.
  return shortKeyId(id) === shortId ? id : null;
}
