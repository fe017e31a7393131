import type { ReactNode } from 'react';
import { Link } from 'wouter';
import '../../style/statement.css';
import { Asked } from '../../api/asked.tsx';
import { CopyCitation } from './copy-citation.tsx';
import { Chain } from './chain.tsx';
import { InContext } from './in-context.tsx';
import { Proof } from './proof.tsx';
import { StatementQuery, type ReadStatement } from './documents.ts';
import { Exact } from '../../parts/exact.tsx';
import { NotFound } from '../../parts/not-found.tsx';
import { Relations } from '../../parts/relations.tsx';
import { Signs } from '../../parts/statement-line.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { ANCHORS, count, ORIGINS, plain, REVIEWS } from '../../parts/words.ts';
import {
  articleAddress,
  eventAddress,
  quoteAddress,
  statementAddress,
  utteranceAddress,
} from '../../text/addresses.ts';

/** A statement: who asserts it, according to whom, in which words, and how it bears on others. */
export default function StatementView({ id }: { readonly id: string }): ReactNode {
  return (
    <Asked document={StatementQuery} variables={{ id }} behind>
      {({ node }) =>
        node?.__typename === 'Statement' ? (
          <Statement statement={node} />
        ) : (
          <NotFound what="There is no statement at this address." />
        )
      }
    </Asked>
  );
}

function Statement({ statement }: { readonly statement: ReadStatement }): ReactNode {
  const { text, article, utterance, independentSources, relations, incomingRelations, events, evidence } = statement;
  useTitle(text.slice(0, 80));
  const articles = new Set(utterance.renderings.map((rendering) => rendering.article.slug)).size;
  return (
    <div className="column statement">
      <p className="by">
        <span>Statement</span>
        <span>
          in{' '}
          <Link href={articleAddress(article.slug)}>
            <Exact>{article.title}</Exact>
          </Link>
        </span>
        {article.published && <span className="figures">{article.published.value}</span>}
      </p>
      <h1>
        <Exact>{text}</Exact>
      </h1>
      <Signs statement={statement} />

      <h2>Who told whom</h2>
      <Chain hops={statement.attribution} />

      <h2>In the article’s words</h2>
      <InContext statement={statement} />
      <ul className="quote-places">
        {statement.quotes.map((quote) => (
          <li key={quote.id}>
            <Link href={quoteAddress(article.slug, quote.id)}>Read on in the article</Link>{' '}
            <span className="figures soft">
              code points {quote.start}–{quote.end} of version {quote.version.number}
            </span>
            {quote.deepLink !== null && (
              <>
                {' '}
                <a href={quote.deepLink} rel="noreferrer">
                  at its publisher
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {evidence !== 'ANCHORED' && <p className="notice">What it rests on {ANCHORS[evidence]}.</p>}
      <CopyCitation statement={statement} />

      <Said statement={statement} />

      <h2>Elsewhere</h2>
      <p>
        {utterance.renderings.length === 1
          ? 'Nothing else in the corpus renders the same act of saying.'
          : `${count(utterance.renderings.length, 'rendering')} in ${count(articles, 'article')} of the same act of saying. `}
        {utterance.renderings.length > 1 && (
          <Link href={utteranceAddress(utterance.id)}>Side by side, word for word</Link>
        )}
      </p>
      <p>
        <b>{count(independentSources, 'independent source')}</b>: articles that draw on each other or on the same outlet
        count once.
      </p>
      {relations.length + incomingRelations.length > 0 && <h2>How it bears on other statements</h2>}
      <Relations relations={relations} incoming={incomingRelations} />
      {events.length > 0 && (
        <>
          <h2>About</h2>
          <ul className="plain-list">
            {events.map(({ slug, title }) => (
              <li key={slug}>
                <Link href={eventAddress(slug)}>
                  <Exact>{title}</Exact>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <History statement={statement} />
      <Proof statement={statement} />
    </div>
  );
}

function Said({ statement: { said } }: { readonly statement: ReadStatement }): ReactNode {
  if (!said) return null;
  return (
    <>
      <h2>When it was said</h2>
      <p>
        <b className="figures">{said.value}</b>, {said.basis === 'STATED' ? 'as the text writes it out' : 'worked out'}{' '}
        from{' '}
        {said.quotes.map((quote, index) => (
          <span key={quote.id}>
            {index > 0 && ' and '}“<Exact>{quote.exact}</Exact>”
          </span>
        ))}
        .
      </p>
      {said.reasoning !== null && (
        <p className="soft">
          <Exact>{said.reasoning}</Exact>
        </p>
      )}
    </>
  );
}

function History({
  statement: { history, origin, confidence, review },
}: {
  readonly statement: ReadStatement;
}): ReactNode {
  return (
    <>
      <h2>History</h2>
      <p>
        {ORIGINS[origin]}
        {origin === 'EXTRACTED' && `, with a confidence of ${confidence.toFixed(2)}`}; {REVIEWS[review]}.
      </p>
      <ol className="history">
        {history.map(({ action, after, reason, revision, replacement }) => (
          <li key={`${String(revision.number)} ${action ?? ''} ${after}`}>
            <span className="figures soft">
              revision {revision.number}, {revision.recordedAt.slice(0, 10)}
            </span>{' '}
            {action === null ? `recorded (${REVIEWS[after]})` : plain(action)} by <Exact>{revision.author}</Exact>
            {reason !== null && (
              <>
                : <Exact>{reason}</Exact>
              </>
            )}
            {replacement && (
              <>
                ; in its place stands{' '}
                <Link href={statementAddress(replacement.id)}>
                  <Exact>{replacement.text}</Exact>
                </Link>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
