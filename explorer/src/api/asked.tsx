import type { TypedDocumentNode } from '@urql/core';
import type { ReactNode } from 'react';
import { useQuery, type AnyVariables, type CombinedError } from 'urql';
import { QueryBehind } from '../parts/query-behind.tsx';
import { told } from './told.ts';

interface AskedProps<Data, Variables extends AnyVariables> {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly children: (data: Data) => ReactNode;
  /** Whether the query is the one that the page is about, and shown at its end. */
  readonly behind?: boolean;
}

/** What a query answers, shown; until then that it is awaited, and what went wrong if something did. */
export function Asked<Data, Variables extends AnyVariables>({
  document,
  variables,
  children,
  behind = false,
}: AskedProps<Data, Variables>): ReactNode {
  const [{ data, error, fetching }, askAgain] = useQuery({ query: document, variables });
  if (data === undefined) {
    if (error) {
      return (
        <Problem
          error={error}
          again={() => {
            askAgain({ requestPolicy: 'network-only' });
          }}
        />
      );
    }
    return (
      <p className="awaited" role="status" aria-live="polite">
        {fetching ? 'Reading …' : ''}
      </p>
    );
  }
  return (
    <>
      {children(data)}
      {behind && <QueryBehind document={document} variables={variables} />}
    </>
  );
}

function Problem({ error, again }: { readonly error: CombinedError; readonly again: () => void }): ReactNode {
  return (
    <div className="problem" role="alert">
      <p>{told(error)}</p>
      <button type="button" onClick={again}>
        Ask again
      </button>
    </div>
  );
}
