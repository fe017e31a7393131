import type { FurtherSourceRule } from './further-source-rule.ts';
import { REPORTING_VERB } from './reporting-verbs.ts';
import { maySpeak } from './source-behind.ts';

/** "As the Times reports," with nothing but a name or a few words for who it is between. */
const AS_REPORTED = new RegExp(
  `(?:^|(?<=[\\s(]))[Aa]s\\s((?:(?!\\b(?:that|if|as|well|long|soon)\\b)[^\\s,;:.()]{1,30}\\s){1,8}?)(?:also\\s|first\\s|has\\s|had\\s)?(${REPORTING_VERB})\\b`,
  'u',
);

/** As the Lom Times reports, Ada Holm said that it rains. */
export const asReported: FurtherSourceRule = {
  name: 'as somebody reports',
  part: { passesOn: 'OUTLETS', speaks: true },
  find: (text, gap) => {
    const match = AS_REPORTED.exec(text.slice(gap.start, gap.end));
    const [whole = '', who = '', verb = ''] = match ?? [];
    if (!match) return null;
    const start = gap.start + match.index + whole.indexOf(who, 2);
    const source = { start, end: start + who.trimEnd().length };
    const end = gap.start + match.index + whole.length;
    return maySpeak(text, source) ? { source, cue: { start: end - verb.length, end } } : null;
  },
};
