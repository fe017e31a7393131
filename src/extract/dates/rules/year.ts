import { isAfter, isBefore } from '../guards.ts';
import { GAP, NUMBER_END, YEAR } from '../patterns.ts';
import { stated } from '../reading.ts';
import { spanOf, type Rule } from '../rule.ts';

/**
 * Words after which a number of four digits is a year; "about" and "around" only behind one of them, or where a pause
 * follows.
 */
const BEFORE_A_YEAR =
  '(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hrough(?:out)?|[Cc]irca|c\\.|[Ee]arly|[Ll]ate|[Mm]id|the year|' +
  '(?:half|quarter|part|rest|end|start|beginning|middle|close|most|all|much|months|weeks|days|[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn) of|' +
  '[Ss]pring|[Ss]ummer|[Aa]utumn|(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|of|from) (?:about|around))';
const AROUND = '(?:[Aa]round|[Rr]oughly)';
const PAUSE = String.raw`(?=[,.;:)”"—]|${GAP}(?:and|but|when|the|he|she|it|they|in|at|to)\b|\s*$)`;
/** What is counted, in the plural: then the number is no year. */
const COUNTED =
  /^(?:[ \u00A0]|-)(?:(?:or|and) (?:more|so|less|fewer)|(?:people|men|women|children|dollars|euros|pounds|percent|per|of|out|more|GMT|million|billion|hours|UTC|(?!elections?|was|is|has|its|his|as|this|campaigns?|polls|results|towards?|besides|perhaps|always|authorities|voters|Olympics|Games|officials|police)\p{Ll}{2,20}(?<!s)s)(?!\p{L}))/u;
/** Verbs by whose amount something changes: "fell by 2016". */
const CHANGED_BY =
  /(?:rose|risen|fell|fallen|grew|grown|(?:increas|dropp|climb|slipp|reduc|declin|rais|beat|cut)(?:ed|ing)?) by $/u;
/** Years that round numbers of things look like. */
const NEWS = { first: 1900, last: 2039 };

/**
 * "in 2018", "by the end of 2019", "the summer of 2016": the year alone. A year that stands before a noun ("the 2016
 * election", "a 2014 Ford") is a name of the thing and tells no date.
 */
export const year: Rule = {
  pattern: new RegExp(
    `(?:(?<=(?<!\\p{L})${BEFORE_A_YEAR}(?:${GAP}|-))${YEAR}|(?<=(?<!\\p{L})${AROUND}${GAP})${YEAR}${PAUSE})${NUMBER_END}`,
    'gu',
  ),
  recognize(match, text) {
    const span = spanOf(match);
    const written = Number(match[0]);
    const isOfNews = written >= NEWS.first && written <= NEWS.last;
    if (isBefore(text, span, COUNTED) || isAfter(text, span, CHANGED_BY)) return null;
    if (!isOfNews && (written % 100 === 0 || written > NEWS.last || !isAfter(text, span, /\b[Ii]n[ \u00A0]$/u)))
      return null;
    return { span, read: () => stated({ year: written, month: null, day: null }) };
  },
};
