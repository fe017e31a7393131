import { Fragment, type ReactNode } from 'react';
import { pieces } from '../text/hidden-characters.ts';

interface ExactProps {
  readonly children: string;
}

/**
 * Words of a text exactly as they are, apart from the page around them in the order of writing. Characters that people would
 * not see get a sign, which is painted and not there: what is copied is the text.
 */
export function Exact({ children }: ExactProps): ReactNode {
  return (
    <bdi className="exact">
      <Pieces text={children} />
    </bdi>
  );
}

/** The same without an element of its own, for texts that stand in runs. */
export function Pieces({ text }: { readonly text: string }): ReactNode {
  return pieces(text).map((piece, index) =>
    piece.sign === null ? (
      <Fragment key={index}>{piece.text}</Fragment>
    ) : (
      <span key={index} className="hidden-character" data-sign={piece.sign} title={piece.title}>
        {piece.text}
      </span>
    ),
  );
}
