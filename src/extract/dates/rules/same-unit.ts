import { atPrecision, inWords, type Precision } from '../calendar.ts';
import { countedFromEarlier, earlierDate } from '../earlier-date.ts';
import { isAfter, isBefore } from '../guards.ts';
import { GAP, START, WORD_END } from '../patterns.ts';
import { inferred } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

const PRECISIONS = new Map<string, Precision>([
  ['day', 'DAY'],
  ['month', 'MONTH'],
  ['year', 'YEAR'],
]);
/** Words or a pause before it; behind a verb, "that" may begin a clause. */
const LED =
  /(?:^|[.,;:(—–]|(?<!\p{L})(?:later|earlier|early|late|in|of|on|during|from|by|until|since|in|and|but))[ \u00A0]?$/iu;
const ENDS =
  /^(?:[.,;:)—–”"]|\s*$|\s*\n|[ \u00A0](?:in|at|with|by|to|and|but|the|he|she|it|they|when he|on)(?!\p{L}))/u;
/** "the same day that he came" says otherwise which day. */
const SAYS_WHICH = /^[ \u00A0](?:as|that|when|the|he|she|it|they|we|I)(?!\p{L})/u;

/** "that month", "the same day", "later that year": a part of the last date before it. */
export const sameUnit: Rule = {
  pattern: new RegExp(
    `${START}(?:(?<that>[Tt]hat)|[Tt]he${GAP}(?:very${GAP})?same)${GAP}(?:very${GAP}|same${GAP})?(?<unit>day|month|year)${WORD_END}`,
    'gu',
  ),
  recognize(match, text) {
    const { that, unit = '' } = match.groups ?? {};
    const span = spanOf(match);
    if (!isBefore(text, span, ENDS)) return null;
    if (that === undefined ? isBefore(text, span, SAYS_WHICH) : !isAfter(text, span, LED)) return null;
    return {
      span,
      read(context) {
        const earlier = earlierDate(context, span);
        const date = earlier && atPrecision(earlier.date, PRECISIONS.get(unit) ?? 'DAY');
        if (!earlier || !date) return null;
        const reasoning = `“${context.words(span)}” goes back to ${earlier.told}, and is ${inWords(date)}.`;
        return countedFromEarlier(context, span, earlier, inferred(date, reasoning));
      },
    };
  },
};
