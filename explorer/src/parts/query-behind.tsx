import { stringifyDocument, type TypedDocumentNode } from '@urql/core';
import type { ReactNode } from 'react';
import { playgroundAddress } from '../text/addresses.ts';

interface QueryBehindProps {
  readonly document: TypedDocumentNode<unknown, never>;
  readonly variables: unknown;
}

/** The way from a page to the query that it was made with, in the playground, ready to be changed. */
export function QueryBehind({ document, variables }: QueryBehindProps): ReactNode {
  return (
    <p className="query-behind">
      <a href={playgroundAddress(stringifyDocument(document), variables)}>The query behind this page</a>
      <span> opens in the playground, with its variables filled in.</span>
    </p>
  );
}
