import type { FurnitureRule } from './furniture-rule.ts';

/** Sources: Reuters, AP, Lom Times. */
export const sourceList: FurnitureRule = {
  name: 'a list of sources',
  kind: 'SOURCE_LIST',
  holds: ({ words }) =>
    /^(?:Sources|With (?:material|reporting|information) from):? ?(?::|(?<=from ))\s?\p{Lu}[^.!?“”"]{2,400}\.?$/u.test(
      words,
    ),
};
