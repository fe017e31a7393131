import { stated } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

/**
 * "7/29/2022", "29/7/2022", "29.07.2022": only where it cannot be read in two ways, since one of the numbers is no
 * month or both are the same. With points the day always comes first.
 */
export const numericDate: Rule = {
  pattern:
    /(?<![\p{L}\p{N}_#@$€£/\\.:=,-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d{2})(?![\p{L}\p{N}\p{M}_%/\\-]|[.,:]\p{N}|\.\p{L})/gu,
  recognize(match) {
    const [first, second, year] = [match[1], match[3], match[4]].map(Number);
    if (first === undefined || second === undefined || year === undefined) return null;
    const isDayFirst = match[2] === '.' || first > 12;
    if (!isDayFirst && second <= 12 && first !== second) return null;
    const [day, month] = isDayFirst ? [first, second] : [second, first];
    return { span: spanOf(match), read: () => stated({ year, month, day }) };
  },
};
