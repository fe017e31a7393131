import type { Edit } from './edit.ts';

/** The very words. */
export const identical: Edit<'IDENTICAL'> = {
  kind: 'IDENTICAL',
  isHard: false,
  apply: (words) => ({ words, changed: 0 }),
};
