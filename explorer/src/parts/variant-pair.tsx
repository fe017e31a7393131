import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { quoteAddress } from '../text/addresses.ts';
import { alike, DiffSide, Kinds, type DiffEdit } from './diff.tsx';
import { Exact } from './exact.tsx';
import type { VARIANT_KINDS } from './words.ts';

interface PairQuote {
  readonly id: string;
  /** Code points. */
  readonly start: number;
  readonly end: number;
  readonly article: { readonly slug: string; readonly title: string };
}

interface VariantPairProps {
  readonly variant: {
    readonly similarity: number;
    readonly kinds: readonly (keyof typeof VARIANT_KINDS)[];
    readonly edits: readonly DiffEdit[];
    readonly left: PairQuote;
    readonly right: PairQuote;
  };
  readonly id?: string;
}

/** Two passages side by side, with what was changed between them. */
export function VariantPair({ variant: { similarity, kinds, edits, left, right }, id }: VariantPairProps): ReactNode {
  return (
    <article className="pair" id={id}>
      <header>
        <Kinds kinds={kinds} />
        <span className="figures">{alike(similarity)}</span>
      </header>
      {(
        [
          ['left', left],
          ['right', right],
        ] as const
      ).map(([side, quote]) => (
        <div key={side}>
          <p className="place">
            <Link href={quoteAddress(quote.article.slug, quote.id)}>
              <Exact>{quote.article.title}</Exact>
            </Link>{' '}
            <span className="figures">
              {quote.start}–{quote.end}
            </span>
          </p>
          <p className="words">
            <DiffSide edits={edits} side={side} />
          </p>
        </div>
      ))}
    </article>
  );
}
