import type { Span } from '../../text/span.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';
import { REPORTING_VERB } from './reporting-verbs.ts';
import { maySpeak } from './source-behind.ts';

const WHO = '((?:[^\\s,;:.()]{1,30}\\s){1,6}?)';
/** "ABC reports, Bo Lind" behind "As". */
const REPORTER_FIRST = new RegExp(`^${WHO}${REPORTING_VERB},\\s`, 'u');
const AS_BEFORE = /(?:^|[\s(,])as\s$/iu;
/** "and as the Post reports": all of a stretch. */
const AS_CLAUSE = new RegExp(`^(?:[^.!?“”"]{0,80}[\\s,])?[Aa]s\\s${WHO}${REPORTING_VERB},?$`, 'u');

/**
 * An attribution without those who only report it: neither is "ABC reports" a part of who speaks in "As ABC reports, Bo
 * Lind said", nor is a clause like it said by anybody.
 */
export function withoutReporter(text: string, attribution: Attribution): Attribution {
  const source = attribution.source.map((span) => withoutReporterBefore(text, span));
  const content = attribution.content.filter((span) => !isAsClause(text, span));
  return { ...attribution, source, content: content.length === 0 ? attribution.content : content };
}

function withoutReporterBefore(text: string, span: Span): Span {
  const [reporter, who = ''] = REPORTER_FIRST.exec(text.slice(span.start, span.end)) ?? [];
  if (reporter === undefined || !AS_BEFORE.test(text.slice(Math.max(0, span.start - 4), span.start))) return span;
  return maySpeak(text, { start: span.start, end: span.start + who.length })
    ? { start: span.start + reporter.length, end: span.end }
    : span;
}

const isAsClause = (text: string, { start, end }: Span): boolean =>
  end - start <= 200 && AS_CLAUSE.test(text.slice(start, end));
