import type { Span } from '../../text/span.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';

/** "quoted the mayor as saying": who passes on, and behind it who spoke. */
const QUOTED_AS =
  /^(.*\b(?:quot|paraphras|cit|describ|report)\p{L}*)\s+(\P{Ll}\P{M}*(?:[^\n“”"]{0,80}?[^\s,])?|(?:the|an?|his|her|its|their|him|her|them) ?[^\n“”"]{0,80}?)\s+(as (?:saying|telling|writing|having said|stating|warning|adding))$/su;

/**
 * The two attributions in "the newspaper quoted the mayor as saying …": the newspaper passes on, and the mayor speaks. Any
 * other attribution alone.
 */
export function quotedAs(text: string, attribution: Attribution): Attribution[] {
  const [cue, ...others] = attribution.cue;
  if (!cue || others.length > 0 || attribution.source.length === 0) return [attribution];
  const [, passing, speaker, saying] = QUOTED_AS.exec(text.slice(cue.start, cue.end)) ?? [];
  if (passing === undefined || speaker === undefined || saying === undefined) return [attribution];
  const spoken: Attribution = {
    ...attribution,
    source: [stretch(text, cue, speaker)],
    cue: [{ start: cue.end - saying.length, end: cue.end }],
  };
  const inner = [...spoken.source, ...spoken.cue, ...spoken.content];
  const passedOn: Span = {
    start: Math.min(...inner.map(({ start }) => start)),
    end: Math.max(...inner.map(({ end }) => end)),
  };
  return [
    { ...attribution, cue: [{ start: cue.start, end: cue.start + passing.length }], content: [passedOn] },
    spoken,
  ];
}

function stretch(text: string, within: Span, words: string): Span {
  const start = within.start + text.slice(within.start, within.end).lastIndexOf(words);
  return { start, end: start + words.length };
}
