import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTitle } from './use-title.ts';

/** What stands where nothing is. */
export function NotFound({ what }: { readonly what: string }): ReactNode {
  useTitle('Not found');
  return (
    <div className="column">
      <h1>Not found</h1>
      <p>{what}</p>
      <p>
        <Link href="/">What there is</Link>, or <Link href="/search">search</Link> for it.
      </p>
    </div>
  );
}
