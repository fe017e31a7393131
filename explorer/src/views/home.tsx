import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { ResultOf } from 'gql.tada';
import { Asked } from '../api/asked.tsx';
import { graphql } from '../api/graphql.ts';
import { Exact } from '../parts/exact.tsx';
import { Pages } from '../parts/pages.tsx';
import { useTitle } from '../parts/use-title.ts';
import { count } from '../parts/words.ts';
import { actorAddress, articleAddress, checkAddress, derivationAddress } from '../text/addresses.ts';
import { Examples } from './examples.tsx';

const CorpusQuery = graphql(`
  query Corpus {
    corpus {
      revision
      articles
      statements
      quotes
      actors
      events
    }
  }
`);

const ArticlesQuery = graphql(`
  query Articles($after: String) {
    articles(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        slug
        title
        language
        published {
          value
        }
        declared {
          published
          publisher
        }
        credits {
          role
          actor {
            slug
            name
          }
        }
        statements(first: 0) {
          totalCount
        }
        currentVersion {
          number
        }
        derivations {
          drawsOn
          share
          article {
            slug
            title
          }
        }
      }
    }
  }
`);

/** What is there, and ways in. */
export function HomeView(): ReactNode {
  useTitle('');
  return (
    <div className="home">
      <section className="opening">
        <h1>Who said what, according to whom, in exactly which words?</h1>
        <QuickCheck />
      </section>
      <Examples />
      <section aria-labelledby="articles">
        <div className="section-head">
          <h2 id="articles">Articles</h2>
          <Asked document={CorpusQuery} variables={{}}>
            {({ corpus }) => (
              <p className="sizes figures">
                {count(corpus.articles, 'article')}, {count(corpus.statements, 'statement')},{' '}
                {count(corpus.quotes, 'quote')}, <Link href="/actors">{count(corpus.actors, 'actor')}</Link>,{' '}
                <Link href="/timeline">{count(corpus.events, 'event')}</Link>; revision {corpus.revision}
              </p>
            )}
          </Asked>
        </div>
        <Pages
          page={(after, more, isFirst) => (
            <Asked document={ArticlesQuery} variables={{ after }} behind={isFirst}>
              {({ articles: { nodes, pageInfo } }) => (
                <>
                  {nodes.length === 0 && (
                    <p>
                      The corpus is empty. <code>verbatim ingest</code> brings articles in.
                    </p>
                  )}
                  <ul className="articles">
                    {nodes.map((article) => (
                      <ArticleLine key={article.slug} article={article} />
                    ))}
                  </ul>
                  {more(pageInfo)}
                </>
              )}
            </Asked>
          )}
        />
      </section>
      <TakeAlong />
    </div>
  );
}

const EXPORTS = [
  ['csv', 'CSV', 'a row for each quote, for spreadsheets'],
  ['jsonld', 'JSON-LD', 'Web Annotation, PROV-O and schema.org'],
  ['prov', 'PROV-JSON', 'where everything comes from'],
  ['graphml', 'GraphML', 'who quotes whom'],
] as const;

/** All of it as files. They come from the server, so they are no pages of ours. */
function TakeAlong(): ReactNode {
  return (
    <section className="take-along" aria-labelledby="take-along">
      <h2 id="take-along">All of it, to take along</h2>
      <ul>
        {EXPORTS.map(([format, name, what]) => (
          <li key={format}>
            <a href={`/export/${format}`} download>
              {name}
            </a>
            , {what}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ArticleLine({
  article,
}: {
  readonly article: ResultOf<typeof ArticlesQuery>['articles']['nodes'][number];
}): ReactNode {
  const { slug, title, language, published, declared, credits, statements, currentVersion, derivations } = article;
  const sources = derivations.filter(({ drawsOn }) => drawsOn === true);
  const date = published?.value ?? declared?.published;
  return (
    <li>
      <h3 lang={language}>
        <Link href={articleAddress(slug)}>
          <Exact>{title}</Exact>
        </Link>
      </h3>
      <p className="by">
        {credits.map(({ role, actor }) => (
          <span key={role + actor.slug}>
            <Link href={actorAddress(actor.slug)}>
              <Exact>{actor.name}</Exact>
            </Link>
          </span>
        ))}
        {credits.length === 0 && declared?.publisher && (
          <span>
            <Exact>{declared.publisher}</Exact>
          </span>
        )}
        {date && <span className="figures">{date}</span>}
        <span className="figures">{count(statements.totalCount, 'statement')}</span>
        {currentVersion.number > 1 && <span className="figures">version {currentVersion.number}</span>}
      </p>
      {sources.map(({ article: source, share }) => (
        <p key={source.slug} className="drawn">
          <Link href={derivationAddress(slug, source.slug)}>
            {Math.round(share * 100)} % of it retells “<Exact>{source.title}</Exact>”
          </Link>
        </p>
      ))}
    </li>
  );
}

function QuickCheck(): ReactNode {
  const [words, setWords] = useState('');
  const [, navigate] = useLocation();
  return (
    <form
      className="quick-check"
      onSubmit={(event) => {
        event.preventDefault();
        navigate(words.trim() === '' ? '/check' : checkAddress(words));
      }}
    >
      <label htmlFor="quick">Is a quotation right? Paste it, or a whole draft.</label>
      <textarea
        id="quick"
        rows={2}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
        }}
      />
      <button type="submit">Check</button>
    </form>
  );
}
