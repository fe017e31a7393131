import type { ReactNode } from 'react';
import { paragraphs } from '../../../../src/text/paragraphs.ts';
import { overlaps } from '../../../../src/text/span.ts';
import { Asked } from '../../api/asked.tsx';
import { MarkedWords, MarksKey, type EvidenceMark } from '../../parts/marked-text.tsx';
import type { Marked } from '../../text/runs.ts';
import { VersionTextQuery } from '../reader/documents.ts';

/** Words of a version of the article. UTF-16 code units. */
interface Words {
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly version: { readonly id: string; readonly number: number };
}

interface InContextProps {
  /** A statement, as far as it tells what it rests on. */
  readonly statement: {
    readonly quotes: readonly Words[];
    readonly attribution: readonly { readonly cue: Words | null; readonly source: Words | null }[];
    readonly article: { readonly language: string };
  };
  /** How many paragraphs are shown before and behind each of those that it rests on. */
  readonly around?: number;
}

/** The paragraphs that a statement rests on, with the words of each hop and the words said marked in them. */
export function InContext({ statement: { quotes, attribution, article }, around = 0 }: InContextProps): ReactNode {
  const version = quotes[0]?.version;
  if (!version) return null;
  const marked: Marked<EvidenceMark>[] = [
    ...quotes.map((quote) => ({ mark: 'content' as const, quote })),
    ...attribution.flatMap(({ cue, source }) => [
      ...(cue ? [{ mark: 'cue' as const, quote: cue }] : []),
      ...(source ? [{ mark: 'source' as const, quote: source }] : []),
    ]),
  ]
    .filter(({ quote }) => quote.version.number === version.number)
    .map(({ mark, quote }) => ({ start: quote.startUtf16, end: quote.endUtf16, mark }));
  return (
    <Asked document={VersionTextQuery} variables={{ id: version.id }}>
      {({ node }) => {
        if (node?.__typename !== 'ArticleVersion') return null;
        const { text } = node;
        const all = paragraphs(text);
        const rests = all.map((paragraph) => marked.some((one) => overlaps(one, paragraph)));
        const shown = all.filter((_, index) =>
          rests.slice(Math.max(0, index - around), index + around + 1).includes(true),
        );
        return (
          <>
            <blockquote className="in-context" lang={article.language}>
              {shown.map((paragraph) => (
                <p key={paragraph.start} dir="auto" className="exact">
                  <MarkedWords text={text} within={paragraph} marked={marked} />
                </p>
              ))}
            </blockquote>
            <MarksKey marked={marked} />
          </>
        );
      }}
    </Asked>
  );
}
