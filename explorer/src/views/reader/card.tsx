import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Asked } from '../../api/asked.tsx';
import { Exact } from '../../parts/exact.tsx';
import { Kinds } from '../../parts/diff.tsx';
import { Relations } from '../../parts/relations.tsx';
import { Signs } from '../../parts/statement-line.tsx';
import { count } from '../../parts/words.ts';
import { actorAddress, statementAddress, utteranceAddress } from '../../text/addresses.ts';
import { CardQuery } from './documents.ts';
import type { PlacedStatement } from './placed-statement.ts';

interface CardProps {
  readonly placed: PlacedStatement;
  readonly onChoose: (statementId: string | null) => void;
  readonly onStep: (by: 1 | -1) => void;
  /** "3 of 43". */
  readonly place: string;
}

/** The line of a statement in the margin. */
export function CardLine({ placed: { statement }, onChoose }: Pick<CardProps, 'placed' | 'onChoose'>): ReactNode {
  const { id, speaker, text, mode } = statement;
  return (
    <button
      type="button"
      className="card-line"
      onClick={() => {
        onChoose(id);
      }}
    >
      {mode !== 'NARRATION' && (
        <b>
          <Exact>{speaker.name}</Exact>
        </b>
      )}
      <span className="card-text">
        <Exact>{text}</Exact>
      </span>
    </button>
  );
}

/** A chosen statement: what is asserted, who told whom, and what others made of it. */
export function Card({ placed: { statement, places }, onChoose, onStep, place }: CardProps): ReactNode {
  const { id, text, attribution } = statement;
  return (
    <div className="card-whole">
      <div className="card-steps">
        <span className="figures">{place}</span>
        <button
          type="button"
          aria-label="Statement before (k)"
          onClick={() => {
            onStep(-1);
          }}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label="Next statement (j)"
          onClick={() => {
            onStep(1);
          }}
        >
          ↓
        </button>
        <button
          type="button"
          aria-label="Close (Escape)"
          onClick={() => {
            onChoose(null);
          }}
        >
          ×
        </button>
      </div>
      <ol className="hops" aria-label="Who told whom">
        {attribution.map(({ position, actor }) => (
          <li key={position}>
            <Link href={actorAddress(actor.slug)}>
              <Exact>{actor.name}</Exact>
            </Link>
          </li>
        ))}
      </ol>
      <p className="card-statement">
        <Link href={statementAddress(id)}>
          <Exact>{text}</Exact>
        </Link>
      </p>
      <Signs statement={statement} />
      <p className="offsets figures">
        {places.map(({ quoteId, from, to }, index) => (
          <span key={quoteId}>
            {index > 0 && ', '}
            <a href={`#quote-${quoteId}`} title="The address of these words">
              {from}–{to}
            </a>
          </span>
        ))}{' '}
        code points
      </p>
      <Asked document={CardQuery} variables={{ id }}>
        {({ node }) => {
          if (node?.__typename !== 'Statement') return null;
          const { utterance, independentSources, relations, incomingRelations } = node;
          const others = utterance.renderings.length - 1;
          return (
            <>
              {others > 0 && (
                <p>
                  <Link href={utteranceAddress(utterance.id)}>{count(others, 'other rendering')} of it</Link>, from{' '}
                  {count(independentSources, 'independent source')}
                </p>
              )}
              {utterance.variants.length > 0 && (
                <Kinds kinds={[...new Set(utterance.variants.flatMap(({ kinds }) => kinds))]} />
              )}
              <Relations relations={relations} incoming={incomingRelations} />
            </>
          );
        }}
      </Asked>
    </div>
  );
}
