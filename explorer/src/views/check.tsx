import type { ResultOf } from 'gql.tada';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { isSubstantial, quotations } from '../../../src/text/quotations.ts';
import type { Span } from '../../../src/text/span.ts';
import '../style/check.css';
import { Asked } from '../api/asked.tsx';
import { graphql } from '../api/graphql.ts';
import { EditFragment, alike, DiffSide, Kinds } from '../parts/diff.tsx';
import { Exact } from '../parts/exact.tsx';
import { useTitle } from '../parts/use-title.ts';
import { count, TYPOGRAPHY_KINDS } from '../parts/words.ts';
import { actorAddress, quoteAddress, statementAddress } from '../text/addresses.ts';
import { replaceHash, useHash } from './reader/use-hash.ts';

const CheckQuery = graphql(
  `
    query Check($text: String!) {
      checkQuote(text: $text, first: 4) {
        verdict
        isExhaustive
        matches {
          similarity
          kinds
          isVerbatim
          isWitness
          edits {
            ...EditOfWords
          }
          differences {
            kind
          }
          quote {
            id
            start
            end
            article {
              slug
              title
            }
          }
          statements {
            id
            speaker {
              slug
              name
            }
          }
        }
      }
    }
  `,
  [EditFragment],
);

type Match = ResultOf<typeof CheckQuery>['checkQuote']['matches'][number];

/** So many quotations of a draft are checked at once; the others when somebody asks for them. */
const AT_ONCE = 12;
/** Longer ones are not kept in the address. UTF-16 code units. */
const LONGEST_ADDRESS = 6_000;

/** Whether quotations are right: of one that is pasted, or of each in a draft. */
export default function CheckView(): ReactNode {
  useTitle('Check a quotation');
  const given = textOf(useHash());
  const [draft, setDraft] = useState(given);
  const [asked, setAsked] = useState(given);
  return (
    <div className="column check">
      <h1>Check a quotation</h1>
      <p className="lead">
        Paste a sentence, or a whole draft: each quotation in it is looked for in the texts of all articles, word for
        word. What you paste stays in this page and its questions to this server.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(draft);
          replaceHash(draft.length <= LONGEST_ADDRESS && draft !== '' ? `text=${encodeURIComponent(draft)}` : '');
        }}
      >
        <label htmlFor="draft">Quotation or draft</label>
        <textarea
          id="draft"
          rows={6}
          value={draft}
          dir="auto"
          onChange={({ target }) => {
            setDraft(target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
          }}
        />
        <button type="submit" disabled={draft.trim() === ''}>
          Check
        </button>
      </form>
      {asked.trim() !== '' && <Checked key={asked} draft={asked} />}
    </div>
  );
}

function Checked({ draft }: { readonly draft: string }): ReactNode {
  const [most, setMost] = useState(AT_ONCE);
  const found = useMemo(() => quotationsOf(draft), [draft]);
  return (
    <section aria-label="What was found">
      <p className="lead">{count(found.length, 'quotation')} to check.</p>
      <ol className="checked">
        {found.slice(0, most).map(({ start, end }, index) => (
          <li key={start}>
            <Asked
              document={CheckQuery}
              variables={{ text: draft.slice(start, end) }}
              behind={index === 0 && found.length === 1}
            >
              {({ checkQuote }) => <Verdict words={draft.slice(start, end)} check={checkQuote} />}
            </Asked>
          </li>
        ))}
      </ol>
      {found.length > most && (
        <button
          type="button"
          onClick={() => {
            setMost(most + AT_ONCE);
          }}
        >
          Check {Math.min(AT_ONCE, found.length - most)} more
        </button>
      )}
    </section>
  );
}

const VERDICTS = {
  VERBATIM: ['✓', 'Word for word'],
  ALTERED: ['≈', 'Altered'],
  NOT_FOUND: ['?', 'Not found'],
} as const;

interface VerdictProps {
  readonly words: string;
  readonly check: ResultOf<typeof CheckQuery>['checkQuote'];
}

function Verdict({ words, check: { verdict, matches, isExhaustive } }: VerdictProps): ReactNode {
  const [sign, name] = VERDICTS[verdict];
  // Where the words stand as they are, what else is like them is of no interest.
  const told = verdict === 'VERBATIM' ? matches.filter(({ isVerbatim }) => isVerbatim) : matches;
  return (
    <article className={`verdict ${verdict.toLowerCase()}`}>
      <h2>
        <span aria-hidden="true">{sign}</span> {name}
      </h2>
      <p className="asked-words">
        <Exact>{words}</Exact>
      </p>
      {verdict === 'NOT_FOUND' && (
        <p className="soft">
          No text of the corpus has words that are much like these. That they were never said does not follow.
        </p>
      )}
      {!isExhaustive && <p className="soft">The words are so common that not every place could be looked at.</p>}
      {told.map((match) => (
        <MatchLine key={match.quote.id} match={match} />
      ))}
    </article>
  );
}

function MatchLine({ match }: { readonly match: Match }): ReactNode {
  const { quote, statements, edits, kinds, similarity, differences, isVerbatim, isWitness } = match;
  const speakers = [...new Map(statements.map(({ id, speaker }) => [speaker.slug, { id, ...speaker }])).values()];
  return (
    <div className="match">
      <p>
        <Link href={quoteAddress(quote.article.slug, quote.id)}>
          <Exact>{quote.article.title}</Exact>
        </Link>{' '}
        <span className="figures soft">
          {quote.start}–{quote.end}
        </span>
        {speakers.map(({ slug, name, id }) => (
          <span key={slug}>
            {' '}
            · said by{' '}
            <Link href={actorAddress(slug)}>
              <Exact>{name}</Exact>
            </Link>{' '}
            (<Link href={statementAddress(id)}>who told whom</Link>)
          </span>
        ))}
      </p>
      {!isWitness && (
        <p className="soft">
          Made from an article in which the words are different: it is no witness that they were said.
        </p>
      )}
      {isVerbatim ? (
        differences.length > 0 && (
          <p className="soft">
            But for {[...new Set(differences.map(({ kind }) => TYPOGRAPHY_KINDS[kind]))].join(', ')}.
          </p>
        )
      ) : (
        <>
          <p className="figures soft">{alike(similarity)}</p>
          <Kinds kinds={kinds} />
          <dl className="two-sides">
            <dt>The text</dt>
            <dd>
              <DiffSide edits={edits} side="left" />
            </dd>
            <dt>Your quotation</dt>
            <dd>
              <DiffSide edits={edits} side="right" />
            </dd>
          </dl>
        </>
      )}
    </div>
  );
}

/** The quotations of a draft that are somebody's words and no names; a text without any is one itself. */
function quotationsOf(draft: string): readonly Span[] {
  const found = quotations(draft).filter((span) => isSubstantial(draft, span));
  return found.length > 0 ? found : [{ start: 0, end: draft.length }];
}

const textOf = (hash: string): string => new URLSearchParams(hash.replaceAll('+', '%2B')).get('text') ?? '';
