import { changes } from '../kinds/rule.ts';
import { diffWords, type WordDiff } from '../word-diff.ts';
import { isSameOtherwise, type PairRule } from './rule.ts';

/** The same words, but for a number that differs: "300 were hurt", "500 were hurt". */
export const numberChanged: PairRule = (one, other) => {
  for (const left of one.content) {
    for (const right of other.content) {
      const numbers = changedNumbers(diffWords(left, right));
      if (!numbers) continue;
      const rationale = `The words are the same but for a number, ${numbers.join(' here and ')} there: “${left}” and “${right}”.`;
      return { type: 'CONTRADICTS', rationale };
    }
  }
  return null;
};

/** The first number that differs, of either side, if nothing else does. */
function changedNumbers(diff: WordDiff): [string, string] | null {
  const changed = changes(diff);
  const [first] = changed;
  const areNumbers = changed.every(({ leftTokens, rightTokens }) =>
    [leftTokens, rightTokens].every((tokens) => tokens.length === 1 && tokens[0]?.kind === 'NUMBER'),
  );
  return first && areNumbers && isSameOtherwise(diff.edits) ? [first.left.trim(), first.right.trim()] : null;
}
