import { VerbatimError } from '../../domain/errors.ts';
import type { NodeRows, NodeType } from '../../store/read/rows.ts';

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
const PLACE = /^(0|[1-9]\d{0,8})-([1-9]\d{0,8})$/;

/** What a global id stands for. */
export type NodeReference =
  | { readonly type: Exclude<NodeType, 'Quote'>; readonly id: string }
  /** Code points of a version's text. */
  | { readonly type: 'Quote'; readonly versionId: string; readonly start: number; readonly end: number };

/**
 * The id by which clients refetch a node, opaque to them: base64url of "Type:uuid". A quote is told by its place, since
 * any span of a text is one, stored or not: "Quote:uuid of the version:start-end".
 */
export function toGlobalId(row: NodeRows[NodeType]): string {
  return encode(
    row.__typename === 'Quote'
      ? `Quote:${row.versionId}:${String(row.start)}-${String(row.end)}`
      : `${row.__typename}:${row.id}`,
  );
}

const encode = (id: string): string => Buffer.from(id, 'utf8').toString('base64url');

/** What an id stands for, or null when it is none of ours. */
export function readGlobalId(globalId: string): NodeReference | null {
  const decoded = Buffer.from(globalId.slice(0, 200), 'base64url').toString('utf8');
  if (encode(decoded) !== globalId) return null;
  const [type = '', id = '', place, ...rest] = decoded.split(':');
  if (!NODE_TYPES.has(type) || !UUID.test(id) || rest.length > 0) return null;
  if (type !== 'Quote') return place === undefined ? { type: type as Exclude<NodeType, 'Quote'>, id } : null;
  const [, start, end] = PLACE.exec(place ?? '') ?? [];
  return start === undefined || end === undefined
    ? null
    : { type, versionId: id, start: Number(start), end: Number(end) };
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
