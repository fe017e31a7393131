import { YEAR } from '../patterns.ts';
import { stated } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

/** "2022-07-29", and the day of "2022-07-29T14:00"; not within an address, a file's name or a longer number. */
export const isoDate: Rule = {
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}_#@$€£/\\.:=-])(${YEAR})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?![\p{N}\p{M}_/\\-]|[.:]\p{N}|\.\p{L}|(?!T\d\d:)\p{L})`,
    'gu',
  ),
  recognize(match) {
    const [, year, month, day] = match.map(Number);
    if (year === undefined || month === undefined || day === undefined) return null;
    return { span: spanOf(match), read: () => stated({ year, month, day }) };
  },
};
