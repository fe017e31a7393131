/**
 * What clients of a Verbatim server ask most: documents with the types of their variables and answers. They are data alone, and run
 * nowhere. `dist/client/queries.json` is the list of them for PERSISTED_QUERIES.
 *
 * @packageDocumentation
 */
export * from './documents.ts';
export type { TypedDocumentNode } from './typed-document-node.ts';
