import { useMemo, type ReactNode } from 'react';
import { Link } from 'wouter';
import '../../style/network.css';
import { Exact } from '../../parts/exact.tsx';
import { QueryBehind } from '../../parts/query-behind.tsx';
import { useParameters } from '../../parts/use-parameters.ts';
import { useTitle } from '../../parts/use-title.ts';
import { WordsForm } from '../../parts/words-form.tsx';
import { count } from '../../parts/words.ts';
import { actorAddress } from '../../text/addresses.ts';
import { flows, standsForOthers, type Teller } from '../../text/flows.ts';
import { FlowPicture } from './flow-picture.tsx';
import { ChainsQuery, useChains } from './use-chains.ts';

/** Drawn at each depth; the others are one band. */
const MOST = 24;
const LINE = 20;
const UNIT = 4;

/** Who quotes whom: every chain of the corpus, from the articles' own voices inwards to who is quoted. */
export default function NetworkView(): ReactNode {
  useTitle('Network');
  const [parameters, change] = useParameters();
  const { chains, total, problem } = useChains();
  const actor = parameters.get('actor');
  const name = parameters.get('name') ?? '';
  const shown = useMemo(() => chains.filter((chain) => isWanted(chain, actor, name)), [chains, actor, name]);
  // Where much is told the bands grow thinner, not the picture higher.
  const unit = Math.max(0.4, Math.min(UNIT, 1200 / Math.max(1, shown.length)));
  const drawn = useMemo(() => flows(shown, { most: MOST, line: LINE, unit }), [shown, unit]);
  const chosen = actor === null ? undefined : chains.flat().find(({ slug }) => slug === actor);
  return (
    <div className="wide network">
      <h1>Who quotes whom</h1>
      <p className="lead">
        From the articles’ own voices on the left to those whom they quote, and on to whom these quote. A band is as
        wide as the statements are many that went this way.
      </p>
      <WordsForm
        label="Only chains with this name"
        placeholder="Only chains with this name"
        words={name}
        button="Show"
        onWords={(words) => {
          change({ name: words, actor: '' });
        }}
      />
      <p className="spans figures" role="status">
        {total === null && problem === null && 'Reading …'}
        {problem}
        {total !== null && (
          <span className="soft">
            {count(shown.length, 'statement')} of {count(chains.length, 'that is', 'that are')} not in an article’s own
            voice
            {total.read < total.all &&
              `; read so far: ${count(total.read, 'statement')} of ${total.all.toLocaleString('en-GB')}`}
          </span>
        )}
        {chosen && (
          <>
            <b>
              <Exact>{chosen.name}</Exact>
            </b>
            <Link href={actorAddress(chosen.slug)}>what is said</Link>
          </>
        )}
        {(actor !== null || name !== '') && (
          <button
            type="button"
            onClick={() => {
              change({ actor: '', name: '' });
            }}
          >
            Show all
          </button>
        )}
      </p>
      {drawn.nodes.length > 0 && (
        <FlowPicture
          flows={drawn}
          chosen={actor}
          onChoose={(slug) => {
            change({ actor: slug === actor ? '' : slug, name: '' });
          }}
        />
      )}
      <section>
        <h2>Strongest first</h2>
        <ol className="flow-list">
          {drawn.links
            .filter(({ from, to }) => !standsForOthers(from) && !standsForOthers(to))
            .sort((a, b) => b.weight - a.weight)
            .slice(0, 40)
            .map(({ from, to, weight }) => (
              <li key={from.key + to.key}>
                <span className="figures">{weight}</span>{' '}
                <span>
                  <Name teller={from} /> → <Name teller={to} />
                </span>
              </li>
            ))}
        </ol>
      </section>
      <QueryBehind document={ChainsQuery} variables={{ after: null }} />
    </div>
  );
}

function Name({ teller: { slug, name } }: { readonly teller: Teller }): ReactNode {
  return (
    <Link href={actorAddress(slug)}>
      <Exact>{name}</Exact>
    </Link>
  );
}

const isWanted = (chain: readonly Teller[], actor: string | null, name: string): boolean =>
  (actor === null || chain.some(({ slug }) => slug === actor)) &&
  (name === '' || chain.some((teller) => teller.name.toLocaleLowerCase().includes(name.toLocaleLowerCase())));
