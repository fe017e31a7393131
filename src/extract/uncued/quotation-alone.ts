import { paragraphAt } from '../../text/paragraphs.ts';
import { attributionsByParagraph, uncoveredQuotations, withItsMarks, withMore } from './uncovered.ts';
import type { Attribution, UncuedRule } from './uncued-rule.ts';

/** Of what follows without a word about who says it, so much is the one's who spoke before. */
const LIKELY = 0.7;
const LETTER = /[\p{L}\p{N}]/u;
const QUOTATION = /["“”«»„]/;

/** A paragraph that is nothing but a quotation, behind one in which somebody was quoted, is the same one's. */
export const quotationAlone: UncuedRule = {
  name: 'follows somebody’s quotation alone',
  apply: (article, known) => {
    const { text, paragraphs } = article;
    const inParagraph = attributionsByParagraph(article, known);
    const found: Attribution[] = [];
    const foundIn = new Map<number, Attribution>();
    for (const quotation of uncoveredQuotations(article, known)) {
      const number = paragraphAt(paragraphs, quotation.start);
      const paragraph = paragraphs[number];
      const span = withItsMarks(text, quotation);
      if (!paragraph || foundIn.has(number)) continue;
      // Each part by itself: put together anew for each quotation of a long paragraph, they take time by its square.
      if (LETTER.test(text.slice(paragraph.start, span.start)) || LETTER.test(text.slice(span.end, paragraph.end)))
        continue;
      const before = foundIn.get(number - 1) ?? known[inParagraph.get(number - 1)?.at(-1) ?? -1];
      if (!before || before.source.length === 0) continue;
      if (!before.content.some(({ start, end }) => QUOTATION.test(text.slice(start, end)))) continue;
      const { source, confidence } = before;
      const attribution = {
        source,
        cue: [],
        content: [span],
        confidence: LIKELY * confidence,
        step: quotationAlone.name,
      };
      found.push(attribution);
      foundIn.set(number, attribution);
    }
    return withMore(known, new Map(), found);
  },
};
