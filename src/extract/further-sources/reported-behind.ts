import type { Span } from '../../text/span.ts';
import type { FurtherSourceRule, FurtherWords, Gap } from './further-source-rule.ts';
import { REPORTING_VERB } from './reporting-verbs.ts';
import { maySpeak } from './source-behind.ts';

/** What may stand behind who and verb at the end of a sentence: "on Monday", "in its morning edition". */
const LATER = '(?:\\s(?:on|in|at|last|this|earlier|yesterday|today)(?:\\s[^\\s,;:.()]{1,20}){0,4})?';
const WHO =
  '((?:(?!\\b(?:who|which|that|and|but|he|she|they|it|we|I)\\b)[^\\s,;:.()]{1,30}){1}(?:\\s[^\\s,;:.()]{1,30}){0,7}?)';
const WHO_REPORTS = new RegExp(`^,\\s${WHO}\\s(${REPORTING_VERB})${LATER}\\.?["”’)]?\\s*$`, 'u');
const REPORTS_WHO = new RegExp(`^,\\s(${REPORTING_VERB})\\s${WHO}${LATER}\\.?["”’)]?\\s*$`, 'u');

/** According to the mayor it rains, the Lom Times reports. – or: writes the Lom Times. */
export const reportedBehind: FurtherSourceRule = {
  name: 'somebody reports behind it',
  part: { passesOn: 'OUTLETS', speaks: true },
  find: (text, gap) =>
    gap.endsSentence ? (read(text, gap, WHO_REPORTS, 1, 2) ?? read(text, gap, REPORTS_WHO, 2, 1)) : null,
};

function read(text: string, gap: Gap, pattern: RegExp, who: 1 | 2, verb: 1 | 2): FurtherWords | null {
  const match = pattern.exec(text.slice(gap.start, gap.end));
  const [first = '', second = ''] = [match?.[1], match?.[2]];
  if (!match) return null;
  const start = gap.start + match[0].indexOf(first);
  const behind = gap.start + match[0].indexOf(second, start - gap.start + first.length);
  const spans: Record<1 | 2, Span> = {
    1: { start, end: start + first.length },
    2: { start: behind, end: behind + second.length },
  };
  return maySpeak(text, spans[who]) ? { source: spans[who], cue: spans[verb] } : null;
}
