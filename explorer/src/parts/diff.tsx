import type { ResultOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { graphql } from '../api/graphql.ts';
import { Pieces } from './exact.tsx';
import { GRAVE_KINDS, VARIANT_KINDS } from './words.ts';

/** A stretch of a comparison. */
export const EditFragment = graphql(`
  fragment EditOfWords on Edit {
    operation
    left
    right
  }
`);

export type DiffEdit = ResultOf<typeof EditFragment>;

interface DiffProps {
  readonly edits: readonly DiffEdit[];
  /** Whose words are shown; changed ones are struck on the left and underlined on the right. */
  readonly side: 'left' | 'right';
}

/** One side of a comparison, whole, with what is not on the other side marked. */
export function DiffSide({ edits, side }: DiffProps): ReactNode {
  return (
    <bdi className="diff exact" dir="auto">
      {edits.map((edit, index) => {
        const text = edit[side];
        if (text === '') return null;
        if (edit.operation === 'EQUAL') return <Pieces key={index} text={text} />;
        return side === 'left' ? (
          <del key={index}>
            <Pieces text={text} />
          </del>
        ) : (
          <ins key={index}>
            <Pieces text={text} />
          </ins>
        );
      })}
    </bdi>
  );
}

type VariantKind = keyof typeof VARIANT_KINDS;

/** What became of words, the gravest first. */
export function Kinds({ kinds }: { readonly kinds: readonly VariantKind[] }): ReactNode {
  const ordered = [...kinds].sort((a, b) => Number(GRAVE_KINDS.has(b)) - Number(GRAVE_KINDS.has(a)));
  return (
    <ul className="kinds" aria-label="What became of the words">
      {ordered.map((kind) => (
        <li key={kind} className={GRAVE_KINDS.has(kind) ? 'kind grave' : 'kind'}>
          {VARIANT_KINDS[kind]}
        </li>
      ))}
    </ul>
  );
}

/** "62 % alike". */
export const alike = (similarity: number): string => `${String(Math.round(similarity * 100))} % of the words alike`;
