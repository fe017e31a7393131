import type { VariantKind } from '../domain/vocabulary.ts';
import { editorialInsertion } from './kinds/editorial-insertion.ts';
import { ellipsis } from './kinds/ellipsis.ts';
import { identical } from './kinds/identical.ts';
import { nameChanged } from './kinds/name-changed.ts';
import { negationChanged } from './kinds/negation-changed.ts';
import { numberChanged } from './kinds/number-changed.ts';
import { punctuation } from './kinds/punctuation.ts';
import { reworded } from './kinds/reworded.ts';
import type { VariantRule } from './kinds/rule.ts';
import { truncated } from './kinds/truncated.ts';
import type { WordDiff } from './word-diff.ts';

/** One rule a kind, in the order of the vocabulary. */
const VARIANT_RULES: readonly VariantRule[] = [
  identical,
  punctuation,
  truncated,
  ellipsis,
  editorialInsertion,
  reworded,
  numberChanged,
  negationChanged,
  nameChanged,
];

/** Everything that became of a quotation; at least one kind, and the same kinds from either side. */
export function variantKinds(diff: WordDiff): VariantKind[] {
  return VARIANT_RULES.filter(({ holds }) => holds(diff)).map(({ kind }) => kind);
}
