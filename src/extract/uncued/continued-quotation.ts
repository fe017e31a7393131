import { paragraphAt } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import { attributionsByParagraph, uncoveredQuotations, withItsMarks, withMore } from './uncovered.ts';
import type { UncuedRule } from './uncued-rule.ts';

const QUOTATION = /["“”«»„]/;
const CLOSING = /["”»][.,;:]?\s*$/;

/** A quotation that was left open at the end of a paragraph goes on in the next one, which opens it again. */
export const continuedQuotation: UncuedRule = {
  name: 'goes on from the paragraph before',
  apply: (article, known) => {
    const { text, paragraphs } = article;
    const inParagraph = attributionsByParagraph(article, known);
    const more = new Map<number, Span[]>();
    /** Whose quotation a paragraph leaves open. */
    const open = new Map<number, number>();
    const openAtEnd = (number: number) => {
      const paragraph = paragraphs[number];
      const last = inParagraph.get(number)?.at(-1);
      if (!paragraph || last === undefined) return;
      const reaches = known[last]?.content.some(
        ({ start, end }) => end >= paragraph.end - 1 && end <= paragraph.end && QUOTATION.test(text.slice(start, end)),
      );
      if (reaches && !CLOSING.test(text.slice(paragraph.start, paragraph.end))) open.set(number, last);
    };
    for (const quotation of uncoveredQuotations(article, known)) {
      const number = paragraphAt(paragraphs, quotation.start);
      if (text.slice(paragraphs[number]?.start, quotation.start - 1).trim() !== '') continue;
      if (!open.has(number - 1)) openAtEnd(number - 1);
      const whose = open.get(number - 1);
      if (whose === undefined) continue;
      more.set(whose, [...(more.get(whose) ?? []), withItsMarks(text, quotation)]);
      if (quotation.end === paragraphs[number]?.end) open.set(number, whose);
    }
    return withMore(known, more);
  },
};
