import type { Span } from '../../../../src/text/span.ts';
import type { ArticleStatement } from './documents.ts';

/** A part of a statement's content in the version that is shown. Offsets are UTF-16 code units, but for `from` and `to`. */
interface Place extends Span {
  readonly quoteId: string;
  /** Code points. */
  readonly from: number;
  readonly to: number;
}

/** A statement with where its words stand in the version that is shown. */
export interface PlacedStatement {
  readonly statement: ArticleStatement;
  readonly places: readonly [Place, ...Place[]];
}

/** The statements whose words stand in a version, in the order of the text: taken from it or, if it is the current one, found again in it. */
export function placeStatements(
  statements: readonly ArticleStatement[],
  version: number,
  isCurrent: boolean,
): PlacedStatement[] {
  return statements
    .flatMap((statement) => {
      const [first, ...others] = statement.quotes.flatMap((quote) => {
        const here = quote.version.number === version ? quote : isCurrent ? quote.anchor.quote : null;
        if (!here) return [];
        const { id: quoteId, start: from, end: to, startUtf16: start, endUtf16: end } = here;
        return [{ quoteId, from, to, start, end }];
      });
      return first ? [{ statement, places: [first, ...others] as const }] : [];
    })
    .sort(({ places: [a] }, { places: [b] }) => a.start - b.start || b.end - a.end);
}
