import { paragraphAt } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import { attributionsByParagraph, uncoveredQuotations, withItsMarks, withMore } from './uncovered.ts';
import type { UncuedRule } from './uncued-rule.ts';

const QUOTATION = /["“”«»„]/;

/** “One,” she said. “Another.” – what goes on in quotation marks behind an attributed quotation of its paragraph is hers too. */
export const sameParagraph: UncuedRule = {
  name: 'goes on in its paragraph',
  apply: (article, known) => {
    const { text, paragraphs } = article;
    const inParagraph = attributionsByParagraph(article, known);
    const more = new Map<number, Span[]>();
    for (const quotation of uncoveredQuotations(article, known)) {
      const number = paragraphAt(paragraphs, quotation.start);
      const before = (inParagraph.get(number) ?? []).filter((index) =>
        known[index]?.content.some(({ start, end }) => end < quotation.start && QUOTATION.test(text.slice(start, end))),
      );
      const last = before.at(-1);
      // Whose it is only where one alone is quoted before it.
      if (last === undefined || before.length > 1) continue;
      more.set(last, [...(more.get(last) ?? []), withItsMarks(text, quotation)]);
    }
    return withMore(known, more);
  },
};
