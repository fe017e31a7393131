import type { ResultOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import '../style/search.css';
import { Asked } from '../api/asked.tsx';
import { graphql } from '../api/graphql.ts';
import { Exact } from '../parts/exact.tsx';
import { Pages } from '../parts/pages.tsx';
import { Snippet } from '../parts/snippet.tsx';
import { StatementLine, StatementLineFragment } from '../parts/statement-line.tsx';
import { useParameters } from '../parts/use-parameters.ts';
import { useTitle } from '../parts/use-title.ts';
import { WordsForm } from '../parts/words-form.tsx';
import { ACTOR_KINDS, count, plain } from '../parts/words.ts';
import { actorAddress, articleAddress, eventAddress } from '../text/addresses.ts';
import { Facets, filterOf } from './facets.tsx';

const SearchQuery = graphql(
  `
    query Search($query: String!, $after: String) {
      search(query: $query, first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          snippet
          node {
            __typename
            ... on Article {
              slug
              title
              published {
                value
              }
            }
            ... on Statement {
              ...StatementLine
            }
            ... on Actor {
              slug
              name
              kind
            }
            ... on Event {
              slug
              title
              type
              occurred {
                value
              }
            }
          }
        }
      }
    }
  `,
  [StatementLineFragment],
);

const StatementsQuery = graphql(
  `
    query Statements($filter: StatementFilter, $orderBy: StatementOrder, $after: String) {
      statements(filter: $filter, orderBy: $orderBy, first: 20, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...StatementLine
        }
      }
    }
  `,
  [StatementLineFragment],
);

/** Everything that holds some words; or statements alone, by how they are rendered and when they were said. */
export default function SearchView(): ReactNode {
  const [parameters, change] = useParameters();
  const words = parameters.get('q') ?? '';
  const isOfStatements = parameters.get('in') === 'statements' || words === '';
  useTitle(words === '' ? 'Statements' : `Search: ${words}`);
  return (
    <div className="wide search">
      <h1>{words === '' ? 'All statements' : 'Search'}</h1>
      <WordsForm
        label="Words to look for"
        placeholder='Words, "a phrase", or, -not'
        words={words}
        button="Search"
        onWords={(q) => {
          change({ q });
        }}
      />
      <div className="tabs" role="group" aria-label="What is looked through">
        <button
          type="button"
          aria-pressed={!isOfStatements}
          disabled={words === ''}
          onClick={() => {
            change({ in: '' });
          }}
        >
          Everything
        </button>
        <button
          type="button"
          aria-pressed={isOfStatements}
          onClick={() => {
            change({ in: 'statements' });
          }}
        >
          Statements
        </button>
      </div>
      {isOfStatements ? <FoundStatements words={words} /> : <Found key={words} words={words} />}
    </div>
  );
}

function Found({ words }: { readonly words: string }): ReactNode {
  return (
    <Pages
      page={(after, more, isFirst) => (
        <Asked document={SearchQuery} variables={{ query: words, after }} behind={isFirst}>
          {({ search: { edges, pageInfo, totalCount } }) => (
            <>
              {isFirst && (
                <p className="lead figures" role="status">
                  {totalCount === 0 ? 'Nothing holds these words.' : count(totalCount, 'hit')}
                </p>
              )}
              <ul className="hits">
                {edges.map(({ cursor, node, snippet }) => (
                  <li key={cursor}>
                    <Hit node={node} snippet={snippet} />
                  </li>
                ))}
              </ul>
              {more(pageInfo)}
            </>
          )}
        </Asked>
      )}
    />
  );
}

type HitNode = ResultOf<typeof SearchQuery>['search']['edges'][number]['node'];

function Hit({ node, snippet }: { readonly node: HitNode; readonly snippet: string }): ReactNode {
  switch (node.__typename) {
    case 'Statement':
      return <StatementLine statement={node} words={<Snippet html={snippet} />} />;
    case 'Article':
      return (
        <Other what="Article" note={node.published?.value} snippet={snippet}>
          <Link href={articleAddress(node.slug)}>
            <Exact>{node.title}</Exact>
          </Link>
        </Other>
      );
    case 'Actor':
      return (
        <Other what={ACTOR_KINDS[node.kind]} snippet={snippet}>
          <Link href={actorAddress(node.slug)}>
            <Exact>{node.name}</Exact>
          </Link>
        </Other>
      );
    case 'Event':
      return (
        <Other what={`Event: ${plain(node.type)}`} note={node.occurred?.value} snippet={snippet}>
          <Link href={eventAddress(node.slug)}>
            <Exact>{node.title}</Exact>
          </Link>
        </Other>
      );
  }
}

interface OtherProps {
  readonly what: string;
  readonly note?: string | undefined;
  readonly snippet: string;
  readonly children: ReactNode;
}

function Other({ what, note, snippet, children }: OtherProps): ReactNode {
  return (
    <article className="statement-line">
      <p className="by">
        <span>{what}</span>
        {note !== undefined && <span className="figures">{note}</span>}
      </p>
      <h2>{children}</h2>
      <p className="snippet">
        <Snippet html={snippet} />
      </p>
    </article>
  );
}

function FoundStatements({ words }: { readonly words: string }): ReactNode {
  const [parameters] = useParameters();
  const filter = filterOf(parameters);
  const orderBy = parameters.get('order') === 'said' ? ('SAID_ASC' as const) : null;
  return (
    <div className="with-facets">
      <Facets filter={filter} />
      <div>
        <Pages
          key={parameters.toString()}
          page={(after, more, isFirst) => (
            <Asked document={StatementsQuery} variables={{ filter, orderBy, after }} behind={isFirst}>
              {({ statements: { nodes, pageInfo, totalCount } }) => (
                <>
                  {isFirst && (
                    <p className="lead figures" role="status">
                      {totalCount === 0
                        ? `No statement ${words === '' ? 'is' : 'holds these words and is'} of this kind.`
                        : count(totalCount, 'statement')}
                    </p>
                  )}
                  <ul className="statements">
                    {nodes.map((statement) => (
                      <li key={statement.id}>
                        <StatementLine statement={statement} />
                      </li>
                    ))}
                  </ul>
                  {more(pageInfo)}
                </>
              )}
            </Asked>
          )}
        />
      </div>
    </div>
  );
}
