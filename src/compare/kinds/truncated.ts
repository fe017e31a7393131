import { changes, isTruncation, type VariantRule } from './rule.ts';

/** Words are missing at the beginning or at the end of one side. */
export const truncated: VariantRule = {
  kind: 'TRUNCATED',
  holds: (diff) => changes(diff).some((edit) => isTruncation(diff, edit)),
};
