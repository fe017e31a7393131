import type { Span } from '../../../src/text/span.ts';
import {
  type ResolvedSpeaker,
  resolveSpeakers,
  type ResolvedSpeakers,
} from '../../../src/extract/speakers/resolve-speakers.ts';

interface MarkedAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/**
 * An article with its sources in braces and contents in angle brackets; a content belongs to the first source behind it. The cue
 * is the character behind the source.
 */
export function readMarked(marked: string): { text: string; attributions: MarkedAttribution[] } {
  let text = '';
  const opened: { mark: string; at: number }[] = [];
  const contents: Span[] = [];
  const attributions: { source: Span[]; cue: Span[]; content: Span[] }[] = [];
  for (const character of marked) {
    if (character === '{' || character === '<') opened.push({ mark: character, at: text.length });
    else if (character === '}' || character === '>') {
      const span = { start: opened.pop()?.at ?? 0, end: text.length };
      if (character === '>') contents.push(span);
      else attributions.push({ source: [span], cue: [{ start: span.end, end: span.end + 1 }], content: [] });
    } else text += character;
  }
  for (const content of contents) {
    attributions.find(({ source: [span] }) => span && span.start >= content.end)?.content.push(content);
  }
  return { text, attributions };
}

/** What the sources of a marked article are resolved to. */
export function resolveMarked(marked: string): ResolvedSpeakers & { text: string } {
  const { text, attributions } = readMarked(marked);
  return { text, ...resolveSpeakers(text, attributions) };
}

/** The names of the speakers, in order of text: "Ann Lee, Bob Day, Ann Lee". */
export function speakersOf(marked: string): string {
  const { actors, speakers } = resolveMarked(marked);
  const nameOf = (speaker: ResolvedSpeaker | null) => (speaker ? actors[speaker.actor]?.name : 'nobody');
  return speakers.map(nameOf).join(', ');
}
