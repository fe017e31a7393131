import type { Token } from '../../text/words.ts';
import type { WordDiff } from '../word-diff.ts';
import { changes, isParenthesis, type VariantRule } from './rule.ts';

/** Brackets on one side say that an editor put words, or a letter, in. */
export const editorialInsertion: VariantRule = {
  kind: 'EDITORIAL_INSERTION',
  holds: (diff) =>
    bracketed(diff.left, tokensOf(diff, 'leftTokens')) !== bracketed(diff.right, tokensOf(diff, 'rightTokens')) ||
    changes(diff).some((edit) => isParenthesis(edit) || [...edit.leftTokens, ...edit.rightTokens].some(isBracketed)),
};

const isBracketed = ({ kind }: Token): boolean => kind === 'BRACKETED';

const tokensOf = ({ edits }: WordDiff, side: 'leftTokens' | 'rightTokens'): Token[] =>
  edits.flatMap((edit) => edit[side]);

/** How many words begin with a square bracket that is no ellipsis. */
const bracketed = (text: string, tokens: readonly Token[]): number =>
  tokens.filter(({ start, kind }) => kind !== 'ELLIPSIS' && text[start] === '[').length;
