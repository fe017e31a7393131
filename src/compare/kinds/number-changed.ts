import type { Token } from '../../text/words.ts';
import { changes, isTruncation, type VariantRule } from './rule.ts';

/** A number is another one, or is gone, other than with a part that was cut off. */
export const numberChanged: VariantRule = {
  kind: 'NUMBER_CHANGED',
  holds: (diff) => {
    const edits = changes(diff).filter((edit) => !isTruncation(diff, edit));
    const numbers = (tokens: readonly Token[]) => tokens.filter(({ kind }) => kind === 'NUMBER').map(({ key }) => key);
    const left = edits.flatMap(({ leftTokens }) => numbers(leftTokens)).sort();
    const right = edits.flatMap(({ rightTokens }) => numbers(rightTokens)).sort();
    return left.join(' ') !== right.join(' ');
  },
};
