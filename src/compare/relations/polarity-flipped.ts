import { contentWords } from '../../text/content-words.ts';
import { isNegation, type Token } from '../../text/words.ts';
import { changes } from '../kinds/rule.ts';
import { diffWords, type WordDiff } from '../word-diff.ts';
import { isSameOtherwise, type PairRule } from './rule.ts';

/** What a negation brings with it. */
const AUXILIARIES = new Set('do does did'.split(' '));

/** The same words, but for a negation that only one of them has: "does recognise", "does not recognise". */
export const polarityFlipped: PairRule = (one, other) => {
  for (const left of one.content) {
    const right = other.content.find((words) => isFlipped(diffWords(left, words)));
    if (right === undefined) continue;
    const rationale = `The words are the same but for a negation: “${left}” and “${right}”.`;
    return { type: 'CONTRADICTS', rationale };
  }
  return null;
};

function isFlipped(diff: WordDiff): boolean {
  const changed = changes(diff);
  const count = (side: 'leftTokens' | 'rightTokens') => changed.flatMap((edit) => edit[side]).filter(isNegation).length;
  if ((count('leftTokens') + count('rightTokens')) % 2 === 0) return false;
  if (!isSameOtherwise(diff.edits)) return false;
  return changed.every(({ left, right, leftTokens, rightTokens }) => {
    const [a, b] = [rest(diff.left, leftTokens), rest(diff.right, rightTokens)];
    return left !== right && a.length === b.length && a.every((word, index) => word === b[index]);
  });
}

/** What a change holds besides negations and what they bring with them: stems, and common words as they stand. */
function rest(text: string, tokens: readonly Token[]): string[] {
  return tokens
    .filter((token) => !isNegation(token) && !AUXILIARIES.has(token.key))
    .map(({ start, end, key }) => contentWords(text.slice(start, end))[0]?.stem ?? key);
}
