import type { ReactNode } from 'react';
import { snippetParts } from '../text/snippet.ts';
import { Pieces } from './exact.tsx';

/** A snippet of a search, with its hits marked. */
export function Snippet({ html }: { readonly html: string }): ReactNode {
  return (
    <bdi className="exact">
      {snippetParts(html).map(({ isHit, text }, index) =>
        isHit ? (
          <mark key={index}>
            <Pieces text={text} />
          </mark>
        ) : (
          <Pieces key={index} text={text} />
        ),
      )}
    </bdi>
  );
}
