import type { VariantRule } from './rule.ts';

/** Character for character the same. */
export const identical: VariantRule = { kind: 'IDENTICAL', holds: ({ left, right }) => left === right };
