import type { Span } from '../../text/span.ts';
import { verbTime } from './verb-forms.ts';

/** Whether what happens on a date is told as past or as to come, and the word that tells it. */
export interface Tense {
  readonly direction: 'PAST' | 'FUTURE';
  readonly word: Span;
}

/** So far from the expression a verb is looked for; in UTF-16 code units and in words. */
const REACH = { units: 160, words: 14 };
const TOKEN = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|[,;:()“”"—–]|''/gu;
const STOP = /^(?:[;:()“”"—–]|'')$/u;
const SUBORDINATES = new Set('that which who whom whose whether if because where when while as'.split(' '));
/** What may stand between a verb and its date. */
const BEFORE_DATE = new Set('on in by at during late early the this last next mid since'.split(' '));
/** Words that point ahead from a past verb: "was put off until Thursday". */
const DEADLINES = new Set('until till by for before from starting beginning through of'.split(' '));
/** What comes behind them has its own time: "was seen ahead of the vote on Monday". */
const AHEAD = new Set('ahead before until upcoming after toward towards'.split(' '));
const JOINS = new Set(['and', 'but', 'or', ',']);

/**
 * The tense that the nearest verb gives a date: the nearest one before it in its clause, else the nearest one after
 * it. "since" tells of the past by itself.
 *
 * @param sentence the sentence that holds the expression
 * @returns null where no verb is near that tells, which is no sign of anything
 */
export function tenseAround(text: string, sentence: Span, span: Span): Tense | null {
  const before = tokens(text, { start: Math.max(sentence.start, span.start - REACH.units), end: span.start });
  const governor = before.findLast(({ word }) => !/^(?:early|late|the)$/iu.test(word));
  if (governor && /^since$/iu.test(governor.word)) return { direction: 'PAST', word: governor.span };
  if (governor && /^of$/iu.test(governor.word)) return null;
  const behind = tokens(text, { start: span.end, end: Math.min(sentence.end, span.end + REACH.units) });
  const found = backward(before) ?? forward(behind);
  if (found === null || found === 'UNKNOWN') return null;
  const isDeadline = governor !== undefined && DEADLINES.has(governor.word.toLowerCase());
  if (found.direction === 'PAST') return isDeadline ? null : found;
  return found.word.start < span.start || opensClause(before) ? found : null;
}

/**
 * "the rally on Tuesday will be remembered": a verb to come tells of a date before it only where that opens the
 * clause.
 */
function opensClause(before: readonly Word[]): boolean {
  const lead = before.findLast(({ word }) => !BEFORE_DATE.has(word.toLowerCase()));
  return lead === undefined || JOINS.has(lead.word) || STOP.test(lead.word);
}

interface Word {
  readonly word: string;
  readonly span: Span;
}

const tokens = (text: string, { start, end }: Span): Word[] =>
  Array.from(text.slice(start, end).matchAll(TOKEN), ({ 0: word, index }) => ({
    word,
    span: { start: start + index, end: start + index + word.length },
  }));

type Verdict = Tense | 'UNKNOWN' | null;

function backward(all: readonly Word[]): Verdict {
  const words = all.map(({ word }) => word);
  let at = words.length - 1;
  while (at >= 0 && BEFORE_DATE.has((words[at] ?? '').toLowerCase())) at--;
  if (JOINS.has(words[at] ?? '')) return null;
  // "The vote is Thursday" tells of a day to come.
  const last = all[at];
  if (last && /^(?:is|are)$/u.test(last.word)) return { direction: 'FUTURE', word: last.span };
  const farthest = Math.max(0, at - REACH.words);
  for (; at >= farthest; at--) {
    const word = words[at] ?? '';
    if (word === ',' || STOP.test(word) || SUBORDINATES.has(word)) return null;
    const verdict = AHEAD.has(word) ? 'UNKNOWN' : judged(all, words, at);
    if (verdict) return verdict;
  }
  return null;
}

function forward(all: readonly Word[]): Verdict {
  const words = all.map(({ word }) => word);
  for (let at = 0; at < Math.min(words.length, REACH.words); at++) {
    const word = words[at] ?? '';
    if (word === '“') {
      // What is quoted before its cue: the verb of the clause comes behind it.
      at = words.indexOf('”', at);
      if (at === -1) return null;
      continue;
    }
    if (STOP.test(word) || SUBORDINATES.has(word)) return null;
    const verdict = judged(all, words, at);
    if (verdict) return verdict;
  }
  return null;
}

function judged(all: readonly Word[], words: readonly string[], at: number): Verdict {
  const time = verbTime(words, at);
  const word = all[at]?.span;
  return time === null || time === 'UNKNOWN' || !word ? time && 'UNKNOWN' : { direction: time, word };
}
