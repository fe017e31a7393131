import type { ResultOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Asked } from '../api/asked.tsx';
import { graphql } from '../api/graphql.ts';
import { EditFragment, DiffSide, Kinds } from '../parts/diff.tsx';
import { Exact } from '../parts/exact.tsx';
import { NotFound } from '../parts/not-found.tsx';
import { useParameters } from '../parts/use-parameters.ts';
import { useFirst } from '../parts/use-first.tsx';
import { useTitle } from '../parts/use-title.ts';
import { PASSAGE_CHANGES } from '../parts/words.ts';
import { articleAddress, changesAddress } from '../text/addresses.ts';

const ChangesQuery = graphql(
  `
    query Changes($slug: String!, $from: Int!, $to: Int!) {
      article(slug: $slug) {
        title
        versions(first: 100) {
          nodes {
            number
            recordedAt
          }
        }
        versionDiff(from: $from, to: $to) {
          quotations {
            ...Passage
          }
          sentences {
            ...Passage
          }
        }
      }
    }
    fragment Passage on PassageChange {
      change
      kinds
      edits {
        ...EditOfWords
      }
      before {
        exact
        start
      }
      after {
        exact
        start
      }
    }
  `,
  [EditFragment],
);

type Passage = NonNullable<ResultOf<typeof ChangesQuery>['article']>['versionDiff']['sentences'][number];

/** What changed from one version of an article to another: in quotations, then sentence by sentence. */
export default function ChangesView({ slug }: { readonly slug: string }): ReactNode {
  const [parameters] = useParameters();
  const [from, to] = [Number(parameters.get('from') ?? 1), Number(parameters.get('to') ?? 2)];
  return (
    <Asked document={ChangesQuery} variables={{ slug, from, to }} behind>
      {({ article }) => {
        if (!article) return <NotFound what={`There is no article “${slug}”.`} />;
        const { quotations, sentences } = article.versionDiff;
        return (
          <div className="wide">
            <Title title={article.title} />
            <h1>
              <Link href={articleAddress(slug)}>
                <Exact>{article.title}</Exact>
              </Link>
            </h1>
            <p className="lead">
              What changed from version {from} to version {to}.{' '}
              {article.versions.nodes.slice(1).map(({ number, recordedAt }) => (
                <Link key={number} href={changesAddress(slug, number - 1, number)} className="figures">
                  {number - 1} → {number} ({recordedAt.slice(0, 10)}){' '}
                </Link>
              ))}
            </p>
            <Passages title="Quotations" passages={quotations} none="No quotation was changed." />
            <Passages title="Sentences" passages={sentences} none="No sentence was changed." />
          </div>
        );
      }}
    </Asked>
  );
}

function Title({ title }: { readonly title: string }): null {
  useTitle(`What changed in ${title}`);
  return null;
}

interface PassagesProps {
  readonly title: string;
  readonly passages: readonly Passage[];
  readonly none: string;
}

function Passages({ title, passages, none }: PassagesProps): ReactNode {
  const [shown, more] = useFirst(passages, 'change');
  return (
    <section className="passages">
      <div className="section-head">
        <h2>{title}</h2>
      </div>
      {passages.length === 0 && <p>{none}</p>}
      {shown.map(({ change, kinds, edits, before, after }) => (
        <article key={`${String(before?.start)} ${String(after?.start)}`} className="pair">
          <header>
            <span className={`change change-${change.toLowerCase()}`}>{PASSAGE_CHANGES[change]}</span>
            {kinds.length > 0 && <Kinds kinds={kinds} />}
          </header>
          <p className="words">
            {edits.length > 0 ? (
              <DiffSide edits={edits} side="left" />
            ) : (
              before && <Whole change={change} words={before.exact} />
            )}
          </p>
          <p className="words">
            {edits.length > 0 ? (
              <DiffSide edits={edits} side="right" />
            ) : (
              after && <Whole change={change} words={after.exact} />
            )}
          </p>
        </article>
      ))}
      {more}
    </section>
  );
}

/** A passage that stands on one side alone, or on both as it is. */
function Whole({ change, words }: { readonly change: Passage['change']; readonly words: string }): ReactNode {
  const exact = <Exact>{words}</Exact>;
  if (change === 'CUT') return <del>{exact}</del>;
  return change === 'ADDED' ? <ins>{exact}</ins> : exact;
}
