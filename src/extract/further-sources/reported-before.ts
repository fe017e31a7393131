import type { FurtherSourceRule } from './further-source-rule.ts';
import { REPORTING_VERB } from './reporting-verbs.ts';
import { maySpeak } from './source-behind.ts';

/** All of a stretch: who, what they do, perhaps when or where, and "that". */
const REPORTED_THAT = new RegExp(
  `^((?:[^\\s,;:.()]{1,30}\\s){1,8}?)(?:also\\s|has\\s|had\\s|have\\s)?(${REPORTING_VERB})\\s(?:[^,;:.()]{1,40}\\s)?that\\s$`,
  'u',
);

/** The Lom Times reported on Monday that Ada Holm said it rains. */
export const reportedBefore: FurtherSourceRule = {
  name: 'somebody reports before it',
  part: { passesOn: 'OUTLETS', speaks: true },
  find: (text, gap) => {
    if (!gap.opensSentence) return null;
    const match = REPORTED_THAT.exec(text.slice(gap.start, gap.end));
    const [whole = '', who = '', verb = ''] = match ?? [];
    if (!match) return null;
    const source = { start: gap.start, end: gap.start + who.trimEnd().length };
    const start = gap.start + whole.indexOf(verb, who.length);
    return maySpeak(text, source) ? { source, cue: { start, end: start + verb.length } } : null;
  },
};
