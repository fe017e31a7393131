import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import '../../style/derivation.css';
import { Asked } from '../../api/asked.tsx';
import { Exact } from '../../parts/exact.tsx';
import { NotFound } from '../../parts/not-found.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { VariantPair } from '../../parts/variant-pair.tsx';
import { count } from '../../parts/words.ts';
import { articleAddress } from '../../text/addresses.ts';
import { useHash, replaceHash } from '../reader/use-hash.ts';
import { DerivationQuery, type Passage, type SideArticle } from './documents.ts';
import { Joints } from './joints.tsx';
import { TextWithPassages } from './text-with-passages.tsx';

interface DerivationViewProps {
  readonly slug: string;
  readonly other: string;
}

/** Two articles side by side, with the passages that they share joined. */
export default function DerivationView({ slug, other }: DerivationViewProps): ReactNode {
  return (
    <Asked document={DerivationQuery} variables={{ slug, other }} behind>
      {({ one, two }) => {
        if (!one || !two) return <NotFound what={`There is no article “${one ? other : slug}”.`} />;
        const derivation = one.derivations.find(({ article }) => article.slug === other);
        if (!derivation) {
          return <NotFound what={`“${one.title}” and “${two.title}” share no passages.`} />;
        }
        const isTurned = derivation.passages[0]?.left.article.slug === two.slug;
        return (
          <Derivation
            left={isTurned ? two : one}
            right={isTurned ? one : two}
            passages={derivation.passages}
            told={
              <>
                {toldOf(one, two, derivation.drawsOn)}{' '}
                {derivation.origin === 'CURATED' ? 'A person says so' : 'A comparison of the texts shows it'}.
                {derivation.rationale !== null && (
                  <details>
                    <summary>What shows it</summary>
                    <Exact>{derivation.rationale}</Exact>
                  </details>
                )}
              </>
            }
          />
        );
      }}
    </Asked>
  );
}

function toldOf(one: SideArticle, two: SideArticle, drawsOn: boolean | null): ReactNode {
  if (drawsOn === null) return <b>Which was made from which does not show.</b>;
  const [made, source] = drawsOn ? [one, two] : [two, one];
  return (
    <b>
      “<Exact>{made.title}</Exact>” is made from “<Exact>{source.title}</Exact>”.
    </b>
  );
}

interface DerivationProps {
  readonly left: SideArticle;
  readonly right: SideArticle;
  readonly passages: readonly Passage[];
  readonly told: ReactNode;
}

function Derivation({ left, right, passages, told }: DerivationProps): ReactNode {
  useTitle(`${left.title} and ${right.title}`);
  const hash = useHash();
  const asked = passages.findIndex(({ left: { id } }) => hash === `passage-${id}`);
  const [pointed, setPointed] = useState(-1);
  const sides = { left, right };
  const spans = useMemo(
    () => ({
      left: passages.map(({ left: { startUtf16: start, endUtf16: end } }) => ({ start, end })),
      right: passages.map(({ right: { startUtf16: start, endUtf16: end } }) => ({ start, end })),
    }),
    [passages],
  );
  const choose = (index: number): void => {
    replaceHash(index === -1 || index === asked ? '' : `passage-${passages[index]?.left.id ?? ''}`);
  };
  const shown = pointed === -1 ? asked : pointed;
  return (
    <div className="wide derivation">
      <h1>{count(passages.length, 'shared passage')}</h1>
      <div className="lead">{told}</div>
      <div className="parallel">
        {(['left', 'right'] as const).map((side) => (
          <section key={side} className={`side side-${side}`} aria-label={sides[side].title}>
            <p className="side-head">
              <Link href={articleAddress(sides[side].slug)}>
                <Exact>{sides[side].title}</Exact>
              </Link>{' '}
              <span className="figures soft">{sides[side].published?.value}</span>
            </p>
            <TextWithPassages
              text={sides[side].text}
              language={sides[side].language}
              passages={spans[side]}
              chosen={shown}
              onChoose={choose}
              onPoint={setPointed}
            />
          </section>
        ))}
        <Joints number={passages.length} chosen={shown} />
      </div>
      {asked !== -1 && passages[asked] && (
        <div className="chosen-passage" role="region" aria-label="The chosen passage">
          <button
            type="button"
            aria-label="Close"
            onClick={() => {
              choose(-1);
            }}
          >
            ×
          </button>
          <VariantPair variant={passages[asked]} />
        </div>
      )}
      <section>
        <h2>Word by word</h2>
        {passages.map((passage) => (
          <VariantPair key={passage.left.id + passage.right.id} variant={passage} />
        ))}
      </section>
    </div>
  );
}
