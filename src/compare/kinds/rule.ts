import type { VariantKind } from '../../domain/vocabulary.ts';
import type { Token } from '../../text/words.ts';
import type { Edit, WordDiff } from '../word-diff.ts';

/** One kind of variant: what it takes that it holds. */
export interface VariantRule {
  readonly kind: VariantKind;
  readonly holds: (diff: WordDiff) => boolean;
}

/** Whether a token is an editor's: an ellipsis or words in square brackets. */
const isEditors = ({ kind }: Token): boolean => kind === 'ELLIPSIS' || kind === 'BRACKETED';

/** The edits that change anything. */
export const changes = ({ edits }: WordDiff): readonly Edit[] => edits.filter(({ operation }) => operation !== 'EQUAL');

/** Whether an edit only cuts words off, or adds them, at the beginning or the end. */
export function isTruncation({ edits }: WordDiff, edit: Edit): boolean {
  const isAtEdge = edits.length > 1 && (edit === edits[0] || edit === edits.at(-1));
  const [one, other] =
    edit.operation === 'INSERT' ? [edit.rightTokens, edit.leftTokens] : [edit.leftTokens, edit.rightTokens];
  return isAtEdge && other.length === 0 && !one.every(isEditors) && !isParenthesis(edit);
}

/** Whether an edit only adds or takes away words in round brackets, by which some outlets mark what they put in. */
export function isParenthesis({ operation, left, right }: Edit): boolean {
  if (operation !== 'INSERT' && operation !== 'DELETE') return false;
  return /^\(.*\)[\s.,;:!?]*$/s.test(operation === 'INSERT' ? right : left);
}

/** Whether one side of an edit is nothing but an editor's work, which stands for whatever is on the other side. */
export const isEditorial = ({ leftTokens, rightTokens }: Edit): boolean =>
  [leftTokens, rightTokens].some((tokens) => tokens.length > 0 && tokens.every(isEditors));
