import { changes, isEditorial, type VariantRule } from './rule.ts';

/** An ellipsis on one side says that words were left out. */
export const ellipsis: VariantRule = {
  kind: 'ELLIPSIS',
  holds: (diff) =>
    changes(diff).some(
      (edit) => isEditorial(edit) && [...edit.leftTokens, ...edit.rightTokens].some(({ kind }) => kind === 'ELLIPSIS'),
    ),
};
