import { isNegation, type Token } from '../text/words.ts';
import type { Place } from './place-in-passage.ts';

/** So far before the words a negation governs them. */
const GOVERNS = 3;

/** What stands between a negation and words that it does not govern: "No, we sell", "not only". */
const APART = /[,;:.!?"“”«»()—–]|\bonly\b/iu;

/** Where the words begin with the negation that governs them, unless the quotation has it too. */
export function governing(
  tokens: readonly Token[],
  { start, before }: Place,
  passage: string,
  asked: readonly Token[],
): number {
  const first = tokens[start];
  if (!first || asked.slice(0, before).some(isNegation)) return start;
  for (let at = start - 1; at >= Math.max(0, start - GOVERNS); at--) {
    const token = tokens[at];
    if (!token || APART.test(passage.slice(token.end, first.start))) return start;
    if (!isNegation(token)) continue;
    return tokens[at - 1]?.end === token.start ? at - 1 : at;
  }
  return start;
}
