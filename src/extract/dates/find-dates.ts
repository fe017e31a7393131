import { bySpan } from '../../text/span.ts';
import { Context } from './context.ts';
import type { FoundDate } from './found-date.ts';
import { valueOf } from './reading.ts';
import type { Expression } from './rule.ts';
import { RULES } from './rules.ts';
import { withWordsBefore } from './words-around.ts';

/**
 * The dates that an English news text tells, each with the words that tell it and how it was worked out. What is not
 * surely a date, or of which the text does not tell which, is left out. Times of day are not read. Takes time in
 * proportion to the text.
 *
 * @param published when the article was published, in EDTF, if that is known from outside the text; else its own
 *   dateline or line of publication is counted from, where it has one
 * @returns in the order of the text, not overlapping, with values that `readEdtf` reads
 * @throws VerbatimError BAD_USER_INPUT when `published` is no EDTF; never because of the text
 */
export function findDates(text: string, published: string | null = null): FoundDate[] {
  const context = new Context(text, published);
  const found: FoundDate[] = [];
  let end = 0;
  for (const expression of expressions(text)) {
    const reading = expression.read(context);
    const worded = reading && withWordsBefore(text, expression.span, reading, end);
    const isDay = /\d/.test(context.words(expression.span));
    context.before = { span: worded?.span ?? expression.span, date: reading?.point ?? null, isDay };
    end = expression.span.end;
    if (!worded) continue;
    const { span, reading: whole } = worded;
    found.push({
      span,
      value: valueOf(whole),
      basis: whole.reasoning === null ? 'STATED' : 'INFERRED',
      reasoning: whole.reasoning,
      evidence: [span, ...whole.because].sort(bySpan),
    });
  }
  return found;
}

/** Those that begin first, and of these the longest, so that none overlap. */
function expressions(text: string): Expression[] {
  const all = RULES.flatMap(({ pattern, recognize }) =>
    Array.from(text.matchAll(pattern), (match) => recognize(match, text)).filter((one) => one !== null),
  );
  all.sort(({ span: a }, { span: b }) => a.start - b.start || b.end - a.end);
  let end = 0;
  return all.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}
