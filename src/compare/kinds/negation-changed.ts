import { isNegation, type Token } from '../../text/words.ts';
import type { Edit, WordDiff } from '../word-diff.ts';
import { changes, isEditorial, isTruncation, type VariantRule } from './rule.ts';

/**
 * Of a long part that was cut off or left out only the words next to what was kept can turn its meaning round: "it is not true
 * that …", "… , or so he never said". Farther ones belong to other clauses.
 */
const NEAR = 3;

/** A negation was put in or taken out: the words may now say the opposite. */
export const negationChanged: VariantRule = {
  kind: 'NEGATION_CHANGED',
  holds: (diff) => {
    const count = (side: 'leftTokens' | 'rightTokens') =>
      changes(diff)
        .flatMap((edit) => relevant(diff, edit, side))
        .filter(isNegation).length;
    return count('leftTokens') !== count('rightTokens');
  },
};

function relevant(diff: WordDiff, edit: Edit, side: 'leftTokens' | 'rightTokens'): readonly Token[] {
  const tokens = edit[side];
  if (isTruncation(diff, edit)) return edit === diff.edits[0] ? tokens.slice(-NEAR) : tokens.slice(0, NEAR);
  if (isEditorial(edit) && tokens.length > 2 * NEAR) return [...tokens.slice(0, NEAR), ...tokens.slice(-NEAR)];
  return tokens;
}
