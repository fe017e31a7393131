import { matchQuotation } from '../../compare/match-quotation.ts';
import { paragraphAt } from '../../text/paragraphs.ts';
import { quotations } from '../../text/quotations.ts';
import type { Span } from '../../text/span.ts';
import { uncoveredQuotations, withItsMarks, withMore } from './uncovered.ts';
import type { Attribution, ReadArticle, UncuedRule } from './uncued-rule.ts';

/** How sure it is that a heading quotes the words further down that are like its own. */
const SURE = 0.8;
/** Longer lines are no headings. */
const LONGEST = 150;
/** So many headings, and so many quotations further down, are looked at. */
const MOST = { headings: 50, quotations: 500 };
const ENDS_SENTENCE = /[.!?…]["”»]?\s*$/;

/** A heading that quotes somebody who is quoted in full further down. */
export const heading: UncuedRule = {
  name: 'a heading with words that are quoted further down',
  apply: (article, known) => {
    const quoted = known
      .flatMap(({ source, content }) => content.map((part) => ({ source, part })))
      .filter(
        ({ source, part }) => source.length > 0 && quotations(article.text.slice(part.start, part.end)).length > 0,
      )
      .slice(0, MOST.quotations);
    const found = uncoveredQuotations(article, known)
      .filter((quotation) => isInHeading(article, quotation))
      .slice(0, MOST.headings)
      .flatMap((quotation): Attribution[] => {
        const words = article.text.slice(quotation.start, quotation.end);
        const best = quoted.find(
          ({ part }) => part.start > quotation.end && matchQuotation(words, article.text.slice(part.start, part.end)),
        );
        if (!best) return [];
        const content = [withItsMarks(article.text, quotation)];
        return [{ source: best.source, cue: [], content, confidence: SURE, step: heading.name }];
      });
    return withMore(known, new Map(), found);
  },
};

/** Whether words stand in a short line that does not end like a sentence, or is nothing but them. */
function isInHeading({ text, paragraphs }: ReadArticle, quotation: Span): boolean {
  const line = paragraphs[paragraphAt(paragraphs, quotation.start)];
  if (!line || line.end - line.start > LONGEST) return false;
  const words = text.slice(line.start, line.end);
  const isAlone = quotation.start - line.start <= 1 && line.end - quotation.end <= 1;
  return isAlone ? !/[.!?…,]["”»]\s*$/.test(words) : !ENDS_SENTENCE.test(words);
}
