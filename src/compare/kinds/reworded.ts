import { changes, isEditorial, isParenthesis, isTruncation, type VariantRule } from './rule.ts';

/** Words were exchanged, put in or taken out without a sign that tells so. */
export const reworded: VariantRule = {
  kind: 'REWORDED',
  holds: (diff) =>
    changes(diff).some((edit) => !isTruncation(diff, edit) && !isEditorial(edit) && !isParenthesis(edit)),
};
