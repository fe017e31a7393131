import type { DocumentNode } from 'graphql';

/**
 * A parsed document that knows what it is answered with and what it takes. Apollo Client, urql and graphql-request read the types
 * off it, as the TypedDocumentNode of each has the same shape; so no package is needed for it.
 */
export interface TypedDocumentNode<Data, Variables> extends DocumentNode {
  /** For the compiler alone: it is on no document. */
  __apiType?: (variables: Variables) => Data;
}
