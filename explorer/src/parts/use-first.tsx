import { useState, type ReactNode } from 'react';
import { count } from './words.ts';

/** So many are shown of a list that the API gives whole. */
const FIRST = 40;

/**
 * The first of a long list, so that a page stays quick however long it is, and the way to the others.
 *
 * @param what one of them is, as in "1,234 renderings"
 * @returns those that are shown, and what leads to the rest; null where there is none
 */
export function useFirst<Item>(all: readonly Item[], what: string): [readonly Item[], ReactNode] {
  const [isWhole, setIsWhole] = useState(false);
  if (isWhole || all.length <= FIRST) return [all, null];
  return [
    all.slice(0, FIRST),
    <p key="more" className="more">
      <button
        type="button"
        onClick={() => {
          setIsWhole(true);
        }}
      >
        Show all {count(all.length, what)}
      </button>
    </p>,
  ];
}
