import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Exact } from '../../parts/exact.tsx';
import { Signs } from '../../parts/statement-line.tsx';
import { ANCHORS, ORIGINS, REVIEWS } from '../../parts/words.ts';
import { actorAddress, articleAddress, reviewAddress, statementAddress } from '../../text/addresses.ts';
import { Chain } from '../statement/chain.tsx';
import { InContext } from '../statement/in-context.tsx';
import type { Proposal } from './documents.ts';

interface ProposalViewProps {
  readonly proposal: Proposal;
  /** Whether the queue holds proposals of this article alone. */
  readonly isOfOneArticle: boolean;
  /** Whether its words are shown elsewhere, in a form. */
  readonly isBrief: boolean;
}

/** What is proposed, and what it rests on: all that it takes to decide. */
export function ProposalView({ proposal, isOfOneArticle, isBrief }: ProposalViewProps): ReactNode {
  const { id, text, article, speaker, origin, confidence, evidence, attribution, said, review, history } = proposal;
  const latest = history.at(-1);
  return (
    <>
      <p className="by">
        <span>
          in{' '}
          <Link href={articleAddress(article.slug)}>
            <Exact>{article.title}</Exact>
          </Link>
        </span>
        {!isOfOneArticle && (
          <span>
            <Link href={reviewAddress(article.slug)}>only this article</Link>
          </span>
        )}
      </p>
      <h2 className="proposed">
        <Link href={statementAddress(id)}>
          <Exact>{text}</Exact>
        </Link>
      </h2>
      <p>
        said by{' '}
        <Link href={actorAddress(speaker.slug)}>
          <Exact>{speaker.name}</Exact>
        </Link>
        {said && <span className="figures">, {said.value}</span>}
      </p>
      <Signs statement={proposal} />
      <p className="soft why">
        {ORIGINS[origin]}
        {origin === 'EXTRACTED' && (
          <>
            , with a confidence of <b className="figures">{confidence.toFixed(2)}</b>
          </>
        )}
        {evidence !== 'ANCHORED' && <>; what it rests on {ANCHORS[evidence]}</>}.
        {latest && history.length > 1 && (
          <>
            {' '}
            {REVIEWS[latest.after]} since revision <span className="figures">{latest.revision.number}</span>, by{' '}
            <Exact>{latest.revision.author}</Exact>
            {latest.reason !== null && (
              <>
                : <Exact>{latest.reason}</Exact>
              </>
            )}
          </>
        )}
      </p>
      {review !== 'PROPOSED' && <p className="notice">It is {REVIEWS[review]}, and waits for nobody.</p>}
      {!isBrief && (
        <>
          <h3>In the article’s words</h3>
          <InContext statement={proposal} around={1} />
          <h3>Who told whom</h3>
          <Chain hops={attribution} />
        </>
      )}
    </>
  );
}
