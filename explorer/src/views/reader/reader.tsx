import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useQuery } from 'urql';
import '../../style/reader.css';
import { Asked } from '../../api/asked.tsx';
import { NotFound } from '../../parts/not-found.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useParameters } from '../../parts/use-parameters.ts';
import { useTitle } from '../../parts/use-title.ts';
import { blocks, titleBlock } from '../../text/blocks.ts';
import { ArticleText } from './article-text.tsx';
import { ArticleQuery, QuotePlaceQuery, VersionTextQuery, type ReadArticle } from './documents.ts';
import { Margin } from './margin.tsx';
import { placeStatements } from './placed-statement.ts';
import { ReaderHead } from './reader-head.tsx';
import { useArticleStatements } from './use-article-statements.ts';
import { replaceHash, useHash } from './use-hash.ts';

/** An article: its text, with its quotes where they stand and what they are evidence of beside them. */
export default function ReaderView({ slug }: { readonly slug: string }): ReactNode {
  const [parameters] = useParameters();
  const version = Number(parameters.get('version') ?? NaN);
  return (
    <Asked document={ArticleQuery} variables={{ slug }} behind>
      {({ article }) => {
        if (!article) return <NotFound what={`There is no article “${slug}”.`} />;
        const older = article.versions.nodes.find(
          ({ number }) => number === version && number !== article.currentVersion.number,
        );
        if (!older) return <Reader article={article} version={article.currentVersion} />;
        return (
          <Asked document={VersionTextQuery} variables={{ id: older.id }}>
            {({ node }) => node?.__typename === 'ArticleVersion' && <Reader article={article} version={node} />}
          </Asked>
        );
      }}
    </Asked>
  );
}

interface ReaderProps {
  readonly article: ReadArticle;
  readonly version: { readonly number: number; readonly text: string; readonly sha256: string };
}

const NO_FURNITURE: readonly never[] = [];

function Reader({ article, version }: ReaderProps): ReactNode {
  useTitle(article.title);
  const text = useRef<HTMLDivElement>(null);
  const [parameters, change] = useParameters();
  const { statements, total, problem } = useArticleStatements(article.slug);
  const isCurrent = version.number === article.currentVersion.number;
  const placed = useMemo(
    () => placeStatements(statements, version.number, isCurrent),
    [statements, version.number, isCurrent],
  );
  const speaker = parameters.get('speaker');
  const isVoiceShown = parameters.get('voice') !== 'off';
  const shown = useMemo(
    () =>
      placed.filter(
        ({ statement: { mode, speaker: says } }) =>
          (isVoiceShown || mode !== 'NARRATION') && (speaker === null || says.slug === speaker),
      ),
    [placed, speaker, isVoiceShown],
  );
  const { chosenId, asked, choose } = useChosen(shown, version.number, change);
  useScrollTo(text, asked?.start ?? shown.find(({ statement }) => statement.id === chosenId)?.places[0].start);
  const step = useCallback(
    (by: 1 | -1) => {
      const at = shown.findIndex(({ statement }) => statement.id === chosenId);
      const next = shown[at === -1 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)];
      if (next) choose(next.statement.id);
    },
    [shown, chosenId, choose],
  );
  useKeys({
    j: () => {
      step(1);
    },
    k: () => {
      step(-1);
    },
    Escape: () => {
      choose(null);
    },
  });
  const { titleQuote } = article;
  const all = useMemo(() => blocks(version.text), [version.text]);
  const titleAt = useMemo(() => {
    if (titleQuote?.version.number !== version.number) return null;
    return titleBlock(version.text, all, { start: titleQuote.startUtf16, end: titleQuote.endUtf16 });
  }, [titleQuote, version, all]);
  const furniture = useMemo(
    () =>
      isCurrent
        ? article.furniture.map(({ kind, quote }) => ({ kind, start: quote.startUtf16, end: quote.endUtf16 }))
        : NO_FURNITURE,
    [article.furniture, isCurrent],
  );
  return (
    <div className="reader">
      <ReaderHead
        article={article}
        version={version}
        placed={placed}
        total={total}
        problem={problem}
        hasTitle={titleAt !== null}
      />
      <ArticleText
        text={version.text}
        language={article.language}
        blocks={all}
        titleAt={titleAt}
        statements={shown}
        furniture={furniture}
        chosenId={chosenId}
        asked={asked}
        root={text}
        onChoose={choose}
      />
      <Margin statements={shown} chosenId={chosenId} text={text} onChoose={choose} onStep={step} />
    </div>
  );
}

/** Which statement is chosen: the address says so, as a statement or by a quote. A quote of another version leads to that. */
function useChosen(
  shown: ReturnType<typeof placeStatements>,
  version: number,
  change: ReturnType<typeof useParameters>[1],
): {
  chosenId: string | null;
  asked: { start: number; end: number } | null;
  choose: (statementId: string | null) => void;
} {
  const hash = useHash();
  const quoteId = hash.startsWith('quote-') ? hash.slice('quote-'.length) : '';
  const [{ data }] = useQuery({ query: QuotePlaceQuery, variables: { id: quoteId }, pause: quoteId === '' });
  const quote = quoteId !== '' && data?.node?.__typename === 'Quote' ? data.node : null;
  const itsVersion = quote?.version.number;
  useEffect(() => {
    if (itsVersion !== undefined && itsVersion !== version) {
      change({ version: String(itsVersion) }, true);
      replaceHash(`quote-${quoteId}`);
    }
  }, [itsVersion, version, quoteId, change]);
  const named = hash.startsWith('statement-') ? hash.slice('statement-'.length) : null;
  const holder = shown.find(({ places }) => quoteId !== '' && places.some((place) => place.quoteId === quoteId));
  const chosenId = named ?? holder?.statement.id ?? null;
  const [start, end] = [quote?.startUtf16, quote?.endUtf16];
  const asked = useMemo(
    () => (start !== undefined && end !== undefined && itsVersion === version ? { start, end } : null),
    [start, end, itsVersion, version],
  );
  const choose = useCallback((statementId: string | null) => {
    replaceHash(statementId === null ? '' : `statement-${statementId}`);
  }, []);
  return { chosenId, asked, choose };
}

/** Brings the words into view that are chosen, if they are not. */
function useScrollTo(text: { readonly current: HTMLElement | null }, at: number | undefined): void {
  useEffect(() => {
    if (at === undefined) return;
    const run = text.current?.querySelector(`[data-at="${String(at)}"]`);
    if (!run) return;
    const { top, bottom } = run.getBoundingClientRect();
    // A sheet covers the lower half of a small screen.
    const floor = window.innerHeight * (window.innerWidth < 1100 ? 0.45 : 0.9);
    if (top < 90 || bottom > floor) {
      window.scrollTo({ top: window.scrollY + top - (window.innerWidth < 1100 ? 90 : 220) });
    }
  }, [text, at]);
}
