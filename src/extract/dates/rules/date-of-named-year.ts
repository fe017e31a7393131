import { DAY_AND_MONTH, GAP, MONTH_NAME, START, WORD_END } from '../patterns.ts';
import { readPoint } from '../point.ts';
import { countedFrom, inferred } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

const YEARS = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** "May last year", "July 29 of this year": the year is counted from the article's. */
export const dateOfNamedYear: Rule = {
  pattern: new RegExp(
    `${START}(?<date>${DAY_AND_MONTH}|${MONTH_NAME}),?${GAP}(?:of${GAP})?(?<which>last|this|next)${GAP}year${WORD_END}`,
    'gu',
  ),
  recognize(match) {
    const { date = '', which = '' } = match.groups ?? {};
    const { month, day } = readPoint(date);
    const span = spanOf(match);
    return {
      span,
      read({ anchor, text }) {
        if (!anchor) return null;
        const year = anchor.date.year + (YEARS.get(which) ?? 0);
        const reasoning = `In “${text.slice(span.start, span.end)}”, “${which} year” is counted from ${anchor.told}, and is ${String(year)}.`;
        return countedFrom(anchor, inferred({ year, month, day }, reasoning));
      },
    };
  },
};
