import type { FurtherSourceRule } from './further-source-rule.ts';
import { sourceBehind } from './source-behind.ts';

const ACCORDING_TO = /\b(?:according to|as per)\s/iu;

/** “It rains,” Ada Holm told reporters, according to the Lom Times. */
export const accordingTo: FurtherSourceRule = {
  name: 'according to somebody besides',
  part: { passesOn: 'ANYBODY', speaks: true },
  find: (text, gap) => {
    const match = ACCORDING_TO.exec(text.slice(gap.start, gap.end));
    if (!match) return null;
    const start = gap.start + match.index;
    const end = start + match[0].length;
    const source = sourceBehind(text, end, gap.end);
    return source && { source, cue: { start, end: end - 1 } };
  },
};
