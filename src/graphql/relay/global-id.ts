import { VerbatimError } from '../../domain/errors.ts';
import type { NodeType } from '../../store/read/rows.ts';

const NODE_TYPES: ReadonlySet<string> = new Set<NodeType>([
  'Article',
  'ArticleVersion',
  'Quote',
  'Statement',
  'Actor',
  'Event',
  'Utterance',
]);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a global id stands for. */
export interface NodeReference {
  readonly type: NodeType;
  readonly id: string;
}

/** The id by which clients refetch a node: base64url of "Type:uuid", opaque to them. */
export function toGlobalId(type: NodeType, id: string): string {
  return Buffer.from(`${type}:${id}`, 'utf8').toString('base64url');
}

/** What an id stands for, or null when it is none of ours. */
export function readGlobalId(globalId: string): NodeReference | null {
  const [type = '', id = '', ...rest] = Buffer.from(globalId.slice(0, 200), 'base64url').toString('utf8').split(':');
  if (!NODE_TYPES.has(type) || !UUID.test(id) || rest.length > 0) return null;
  const reference = { type: type as NodeType, id };
  return toGlobalId(reference.type, id) === globalId ? reference : null;
}

/**
 * What an id stands for.
 *
 * @throws VerbatimError BAD_USER_INPUT when it is none of ours
 */
export function fromGlobalId(globalId: string): NodeReference {
  const reference = readGlobalId(globalId);
  if (reference) return reference;
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `${shorten(globalId)} is no node id. Take one from the id field of any node.`,
  );
}

/** An id as error messages show it: quoted, and not at any length. */
export const shorten = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
