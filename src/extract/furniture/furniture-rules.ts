import { appeal } from './appeal.ts';
import { caption } from './caption.ts';
import { credit } from './credit.ts';
import type { FurnitureRule } from './furniture-rule.ts';
import { navigation } from './navigation.ts';
import { questionHeading } from './question-heading.ts';
import { shareLine } from './share-line.ts';
import { sourceList } from './source-list.ts';

/** In the order in which they are tried; the first that holds tells the kind. */
export const FURNITURE_RULES: readonly FurnitureRule[] = [
  credit,
  caption,
  shareLine,
  navigation,
  sourceList,
  appeal,
  questionHeading,
];
