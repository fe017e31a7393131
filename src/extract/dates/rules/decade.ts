import { WORD_END } from '../patterns.ts';
import type { Rule } from '../rule.ts';

/**
 * "the 1980s", "mid-1990s": 198X. The first decade of a century is left out, since "the 1900s" may be the century; so
 * is "the '80s", which does not tell the century.
 */
export const decade: Rule = {
  pattern: new RegExp(
    String.raw`(?<=(?:[Tt]he|[Ee]arly|[Ll]ate|[Mm]id|of)(?:[ \u00A0]|-))((?:1[5-9]|20)[1-9])0['’]?s${WORD_END}`,
    'gu',
  ),
  recognize(match) {
    const ends = [`${match[1] ?? ''}X`] as const;
    const span = { start: match.index, end: match.index + match[0].length };
    return {
      span,
      read: () => ({ ends, point: null, reasoning: null, because: [], isUncertain: false, isApproximate: false }),
    };
  },
};
