import type { FurtherSourceRule } from './further-source-rule.ts';
import { sourceBehind } from './source-behind.ts';

const CITING = /(?:^|(?<=[\s(]))(?:citing|quoting)\s/u;

/** The Lom Times reports, citing the mayor, that it rains: the mayor says so. */
export const citing: FurtherSourceRule = {
  name: 'cited by an outlet',
  part: { passesOn: 'NOBODY', speaks: true },
  find: (text, gap) => {
    const match = CITING.exec(text.slice(gap.start, gap.end));
    if (!match) return null;
    const start = gap.start + match.index;
    const end = start + match[0].length;
    const source = sourceBehind(text, end, gap.end);
    return source && { source, cue: { start, end: end - 1 } };
  },
};
