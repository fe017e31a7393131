import { useState, type ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';

interface PagesProps {
  /** Shows a page and, at its end, the way to the next one. */
  readonly page: (after: string | null, more: (pageInfo: PageInfo) => ReactNode, isFirst: boolean) => ReactNode;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/** How many pages were opened of a list, so that going back finds them open. */
const opened = new Map<string, readonly string[]>();

/** A long list: one page, and as many more as are asked for. */
export function Pages({ page }: PagesProps): ReactNode {
  const [path] = useLocation();
  const place = `${path}?${useSearch()}`;
  const [cursors, setCursors] = useState<readonly string[]>(() => opened.get(place) ?? []);
  return [null, ...cursors].map((after, index) => (
    <div key={after ?? ''} className="page">
      {page(
        after,
        ({ hasNextPage, endCursor }) =>
          index === cursors.length &&
          hasNextPage &&
          endCursor !== null && (
            <p className="more">
              <button
                type="button"
                onClick={() => {
                  const next = [...cursors, endCursor];
                  opened.set(place, next);
                  setCursors(next);
                }}
              >
                Show more
              </button>
            </p>
          ),
        index === 0,
      )}
    </div>
  ));
}
