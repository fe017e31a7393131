import { paragraphAt } from '../../text/paragraphs.ts';
import { uncoveredQuotations, withItsMarks, withMore } from './uncovered.ts';
import type { Attribution, UncuedRule } from './uncued-rule.ts';

/** How sure it is that a name behind a dash is the one of whoever said what stands before it. */
const SURE = 0.85;
/** "― Rita Moreno, 71" up to the end of the line; a name begins with a capital. */
const CREDIT = /^\s*(--|[—–―-])\s{0,3}(\p{Lu}[^\n"“”]{1,80}?)\s*$/u;

/** “We waited.” ― Rita Moreno – a quotation with a dash and a name behind it, or on the next line. */
export const dashCredit: UncuedRule = {
  name: 'named behind a dash',
  apply: (article, known) => {
    const { text, paragraphs } = article;
    const found = uncoveredQuotations(article, known).flatMap((quotation): Attribution[] => {
      const number = paragraphAt(paragraphs, quotation.start);
      const span = withItsMarks(text, quotation);
      const rest = { start: span.end, end: paragraphs[number]?.end ?? span.end };
      const line = text.slice(rest.start, rest.end).trim() === '' ? paragraphs[number + 1] : rest;
      if (!line || line.end - line.start > 120) return [];
      const match = CREDIT.exec(text.slice(line.start, line.end));
      if (!match) return [];
      const [whole, dash = '', name = ''] = match;
      const dashAt = line.start + whole.indexOf(dash);
      const nameAt = line.start + whole.indexOf(name, whole.indexOf(dash) + dash.length);
      return [
        {
          source: [{ start: nameAt, end: nameAt + name.length }],
          cue: [{ start: dashAt, end: dashAt + dash.length }],
          content: [span],
          confidence: SURE,
          step: dashCredit.name,
        },
      ];
    });
    return withMore(known, new Map(), found);
  },
};
