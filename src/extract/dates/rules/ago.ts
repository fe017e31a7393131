import { readLength, LENGTH, isInexact, isAbout, movedBy } from '../length.ts';
import { GAP, START, WORD_END } from '../patterns.ts';
import { countedFrom } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

/**
 * "two days ago", "three weeks ago", "a year ago", "two weeks from now": to the unit that is named, and about, unless
 * in days.
 */
export const ago: Rule = {
  pattern: new RegExp(`${START}${LENGTH}${GAP}(?<where>ago|from${GAP}now)${WORD_END}`, 'gu'),
  recognize(match, text) {
    const span = spanOf(match);
    const length = readLength(match);
    if (!length || isInexact(text, span)) return null;
    const sign = match.groups?.['where'] === 'ago' ? -1 : 1;
    return {
      span,
      read(context) {
        const { anchor } = context;
        if (!anchor) return null;
        const isQuoted = context.isQuoted(span) && length.unit === 'day';
        const said = isQuoted ? ' The words are quoted and taken as said on that day.' : '';
        const words = `“${context.words(span)}” is counted from ${anchor.told}`;
        const reading = movedBy(anchor.date, length, sign, words, isAbout(text, span));
        if (!reading) return null;
        const sure = { ...reading, isUncertain: isQuoted, reasoning: `${reading.reasoning ?? ''}${said}` };
        return countedFrom(anchor, sure);
      },
    };
  },
};
