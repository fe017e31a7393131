import type { ResultOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { graphql } from '../api/graphql.ts';
import { quoteAddress } from '../text/addresses.ts';
import { Exact } from './exact.tsx';
import { useFirst } from './use-first.tsx';

/** Where a quote stands, for a link to it. */
export const PlaceFragment = graphql(`
  fragment PlaceOfQuote on Quote {
    id
    start
    article {
      slug
      title
    }
  }
`);

type PlaceOfQuote = ResultOf<typeof PlaceFragment>;

const MOST = 6;

/** Where some words stand, article by article: a link for each place, named by its offset in code points. */
export function Places({ quotes }: { readonly quotes: readonly PlaceOfQuote[] }): ReactNode {
  const articles = new Map<string, PlaceOfQuote[]>();
  for (const quote of quotes) articles.set(quote.article.slug, [...(articles.get(quote.article.slug) ?? []), quote]);
  const [shown, more] = useFirst([...articles], 'article');
  return (
    <>
      <ul className="places">
        {shown.map(([slug, here]) => (
          <li key={slug}>
            <Exact>{here[0]?.article.title ?? ''}</Exact>:{' '}
            {here.slice(0, MOST).map(({ id, start }) => (
              <Link key={id} href={quoteAddress(slug, id)} className="figures">
                {start}
              </Link>
            ))}
            {here.length > MOST && <span> and {here.length - MOST} more</span>}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
