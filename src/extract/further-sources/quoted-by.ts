import type { FurtherSourceRule } from './further-source-rule.ts';
import { sourceBehind } from './source-behind.ts';

const QUOTED_BY = /\b(?:quoted|cited|paraphrased)(?: as saying| as telling)? by\s/u;

/** Ada Holm, quoted by the Lom Times, said that it rains. */
export const quotedBy: FurtherSourceRule = {
  name: 'quoted by somebody',
  part: { passesOn: 'ANYBODY', speaks: false },
  find: (text, gap) => {
    const match = QUOTED_BY.exec(text.slice(gap.start, gap.end));
    if (!match) return null;
    const start = gap.start + match.index;
    const end = start + match[0].length;
    const source = sourceBehind(text, end, gap.end);
    return source && { source, cue: { start, end: end - 1 } };
  },
};
