import type { ReactNode } from 'react';
import { paragraphs } from '../../../../src/text/paragraphs.ts';
import { overlaps } from '../../../../src/text/span.ts';
import { Asked } from '../../api/asked.tsx';
import { Pieces } from '../../parts/exact.tsx';
import { runs, type Marked } from '../../text/runs.ts';
import { VersionTextQuery } from '../reader/documents.ts';
import type { ReadStatement } from './documents.ts';

type Role = 'content' | 'cue' | 'source';
const ROLES: Readonly<Record<Role, string>> = {
  content: 'what was said',
  cue: 'words that tell that it was said',
  source: 'words that name who said it',
};

/** The paragraphs that a statement rests on, with the words of each hop and the words said marked in them. */
export function InContext({
  statement: { quotes, attribution, article },
}: {
  readonly statement: ReadStatement;
}): ReactNode {
  const version = quotes[0]?.version;
  if (!version) return null;
  const evidence = [
    ...quotes.map((quote) => ({ role: 'content' as const, quote })),
    ...attribution.flatMap(({ cue, source }) => [
      ...(cue ? [{ role: 'cue' as const, quote: cue }] : []),
      ...(source ? [{ role: 'source' as const, quote: source }] : []),
    ]),
  ].filter(({ quote }) => quote.version.number === version.number);
  const marked: Marked<Role>[] = evidence.map(({ role, quote }) => ({
    start: quote.startUtf16,
    end: quote.endUtf16,
    mark: role,
  }));
  return (
    <Asked document={VersionTextQuery} variables={{ id: version.id }}>
      {({ node }) => {
        if (node?.__typename !== 'ArticleVersion') return null;
        const { text } = node;
        const shown = paragraphs(text).filter((paragraph) => marked.some((one) => overlaps(one, paragraph)));
        return (
          <>
            <blockquote className="in-context" lang={article.language}>
              {shown.map((paragraph) => (
                <p key={paragraph.start} dir="auto" className="exact">
                  {runs(paragraph, marked).map(({ start, end, marks }) => {
                    const roles = [...new Set(marks)];
                    const words = <Pieces text={text.slice(start, end)} />;
                    return roles.length === 0 ? (
                      <span key={start}>{words}</span>
                    ) : (
                      <span
                        key={start}
                        className={roles.map((role) => `words-${role}`).join(' ')}
                        title={roles.map((role) => ROLES[role]).join('; ')}
                      >
                        {words}
                      </span>
                    );
                  })}
                </p>
              ))}
            </blockquote>
            <ul className="key" aria-label="What the marks mean">
              {(['content', 'source', 'cue'] as const)
                .filter((role) => marked.some(({ mark }) => mark === role))
                .map((role) => (
                  <li key={role}>
                    <span className={`words-${role}`}>{ROLES[role]}</span>
                  </li>
                ))}
            </ul>
          </>
        );
      }}
    </Asked>
  );
}
