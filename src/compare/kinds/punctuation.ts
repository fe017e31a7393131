import { editorialInsertion } from './editorial-insertion.ts';
import { changes, type VariantRule } from './rule.ts';

/** The same words, with other punctuation, typography, case or hyphens. */
export const punctuation: VariantRule = {
  kind: 'PUNCTUATION',
  holds: (diff) => diff.left !== diff.right && changes(diff).length === 0 && !editorialInsertion.holds(diff),
};
