import type { Span } from '../../text/span.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';

/** What ends a cue in which somebody is quoted by somebody else. */
const AS_SAYING = /\sas (?:saying|telling|writing|having said|stating|warning|adding)$/u;
/** Who passes words on does one of these; behind it stands who spoke. */
const PASSES_ON = /\b(?:quot|paraphras|cit|describ|report)\p{Ll}{1,8}\s/gu;
/** Whoever speaks is named, or described by a few words. */
const SPEAKER = /^(?:\p{Lu}|(?:the|an?|his|her|its|their|him|them|one)\b)/u;
const LONGEST_SPEAKER = 90;

/**
 * The two attributions in "the newspaper quoted the mayor as saying …": the newspaper passes on, and the mayor speaks. Any
 * other attribution alone.
 */
export function quotedAs(text: string, attribution: Attribution): Attribution[] {
  const [cue, ...others] = attribution.cue;
  if (!cue || others.length > 0 || attribution.source.length === 0) return [attribution];
  const words = text.slice(cue.start, cue.end);
  const saying = AS_SAYING.exec(words)?.index;
  const passing = [...words.matchAll(PASSES_ON)].at(-1);
  if (saying === undefined || !passing) return [attribution];
  const speaker: Span = { start: cue.start + passing.index + passing[0].length, end: cue.start + saying };
  const named = text.slice(speaker.start, speaker.end);
  if (named.length > LONGEST_SPEAKER || !SPEAKER.test(named)) return [attribution];
  const spoken: Attribution = {
    ...attribution,
    source: [speaker],
    cue: [{ start: speaker.end + 1, end: cue.end }],
  };
  const inner = [...spoken.source, ...spoken.cue, ...spoken.content];
  const passedOn: Span = {
    start: Math.min(...inner.map(({ start }) => start)),
    end: Math.max(...inner.map(({ end }) => end)),
  };
  const around = { ...attribution, cue: [{ start: cue.start, end: speaker.start - 1 }], content: [passedOn] };
  return [around, { ...spoken, within: around }];
}
