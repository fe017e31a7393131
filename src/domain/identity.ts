import { createHash } from 'node:crypto';

/** The kinds of things that have an identity of their own. */
export type IdentifiedKind =
  'Article' | 'ArticleVersion' | 'Quote' | 'SourcedDate' | 'Actor' | 'Event' | 'Utterance' | 'Statement';

/**
 * The identity of a thing, worked out from what makes it the thing it is, so that the same seeds give the same ids on
 * every machine: a UUID of version 8 (RFC 9562, section 5.8) over SHA-256 of the kind and its parts.
 *
 * @param parts in a fixed order for each kind; null and text are told apart
 */
export function identify(kind: IdentifiedKind, ...parts: readonly (string | number | null)[]): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([kind, ...parts]))
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The utterance of a statement that nothing is known to go with. */
export const ownUtterance = (statementId: string): string => identify('Utterance', 'statement', statementId);
