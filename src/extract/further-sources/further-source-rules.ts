import { accordingTo } from './according-to.ts';
import { asReported } from './as-reported.ts';
import { citing } from './citing.ts';
import type { FurtherSourceRule } from './further-source-rule.ts';
import { quotedBy } from './quoted-by.ts';
import { reportedBefore } from './reported-before.ts';
import { reportedBehind } from './reported-behind.ts';

/** In the order in which they are tried; each stretch beside an attribution tells of one further source. */
export const FURTHER_SOURCE_RULES: readonly FurtherSourceRule[] = [
  quotedBy,
  citing,
  accordingTo,
  asReported,
  reportedBefore,
  reportedBehind,
];
