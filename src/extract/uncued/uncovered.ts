import { isSubstantial } from '../../text/quotations.ts';
import { paragraphAt } from '../../text/paragraphs.ts';
import { bySpan, type Span } from '../../text/span.ts';
import type { Attribution, ReadArticle } from './uncued-rule.ts';

/** The quotations of four words or more that are nobody's content yet, in order. */
export function uncoveredQuotations({ text, quotations }: ReadArticle, known: readonly Attribution[]): Span[] {
  const taken = known.flatMap(({ content }) => content).sort(bySpan);
  let [next, reach] = [0, 0];
  return quotations.filter((quotation) => {
    while (next < taken.length && (taken[next]?.start ?? 0) < quotation.end) {
      reach = Math.max(reach, taken[next]?.end ?? 0);
      next++;
    }
    return reach <= quotation.start && isSubstantial(text, quotation);
  });
}

/** By the number of a paragraph, the places in the list of the attributions that have content in it. */
export function attributionsByParagraph(
  { paragraphs }: ReadArticle,
  known: readonly Attribution[],
): ReadonlyMap<number, readonly number[]> {
  const byParagraph = new Map<number, number[]>();
  known.forEach(({ content }, index) => {
    for (const number of new Set(content.map(({ start }) => paragraphAt(paragraphs, start)))) {
      const others = byParagraph.get(number);
      if (others) others.push(index);
      else byParagraph.set(number, [index]);
    }
  });
  return byParagraph;
}

/** A quotation with its marks, the closing one only where there is one. */
export const withItsMarks = (text: string, { start, end }: Span): Span => ({
  start: start - 1,
  end: /["“”»]/.test(text[end] ?? '') ? end + 1 : end,
});

/** The list with more content for some of its attributions, and others behind. */
export const withMore = (
  known: readonly Attribution[],
  more: ReadonlyMap<number, readonly Span[]>,
  others: readonly Attribution[] = [],
): Attribution[] => [
  ...known.map((attribution, index) => {
    const content = more.get(index);
    return content ? { ...attribution, content: [...attribution.content, ...content].sort(bySpan) } : attribution;
  }),
  ...others,
];
