import { paragraphAt } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import type { Attribution, ReadArticle } from '../uncued/uncued-rule.ts';
import { maySpeak } from './source-behind.ts';

const ACCORDING_TO = /(?:^|[^\p{L}])(according to\s)$/iu;
const THAT = 'that ';
const SAID = '(said|says|told|tells|added|adds|wrote|writes|explained|explains|insisted|insists|warned|warns|stressed)';
/** A name, with an office before it, or a pronoun. */
const WHO =
  "((?:[hH]e|[sS]he|[tT]hey)|(?:[Tt]he|[Aa]n?|\\p{Lu}[\\p{L}.’'-]{0,30})(?:\\s[\\p{L}\\p{N}.’'-]{1,30}){0,7}?)";
/** Whom it was told, and when. */
const MORE = '(?:\\s[^\\s“”".;:]{1,30}){0,12}?';
const WHO_SAID_BEHIND = new RegExp(`^[,.”"’']{0,3}\\s${WHO}\\s${SAID}${MORE},\\s$`, 'du');
const SAID_WHO_BEHIND = new RegExp(`^[,.”"’']{0,3}\\s${SAID}\\s${WHO},\\s$`, 'du');
const WHO_SAID_BEFORE = new RegExp(`^${WHO}\\s${SAID}${MORE}\\s$`, 'du');
/** Longer stretches are not looked at. */
const LONGEST = 200;

/**
 * An attribution by whoever said it, where it was given to the one according to whom they did: “It rains,” Ada Holm told
 * reporters, according to the Lom Times. Who tells of it is found beside it then.
 */
export function withWhoSaidIt({ text, sentences }: ReadArticle, attribution: Attribution): Attribution {
  const [source, ...others] = attribution.source;
  const [first, last] = [attribution.content[0], attribution.content.at(-1)];
  if (!source || others.length > 0 || !first || !last) return attribution;
  const telling = ACCORDING_TO.exec(text.slice(Math.max(0, source.start - 14), source.start))?.[1];
  const behind = { start: last.end, end: source.start - (telling?.length ?? 0) };
  if (telling === undefined || behind.end < behind.start) return attribution;
  const sentence = sentences[paragraphAt(sentences, first.start)];
  // "That" is a part of what is said, or stands before it.
  const that = [first.start, first.start - THAT.length].find((at) => text.startsWith(THAT, at));
  const said =
    find(text, behind, WHO_SAID_BEHIND, [1, 2]) ??
    find(text, behind, SAID_WHO_BEHIND, [2, 1]) ??
    (sentence && that !== undefined ? find(text, { start: sentence.start, end: that }, WHO_SAID_BEFORE, [1, 2]) : null);
  return said ? { ...attribution, ...said, step: 'who said it, and not who tells of it' } : attribution;
}

/** @param groups of the pattern: who, and what they did */
function find(
  text: string,
  { start, end }: Span,
  pattern: RegExp,
  [who, verb]: readonly [1 | 2, 1 | 2],
): Pick<Attribution, 'source' | 'cue'> | null {
  if (end <= start || end - start > LONGEST) return null;
  const match = pattern.exec(text.slice(start, end));
  const [source, cue] = [who, verb].map((group) => {
    const [from = 0, to = 0] = match?.indices?.[group] ?? [];
    return { start: start + from, end: start + to };
  }) as [Span, Span];
  if (!match) return null;
  const isPronoun = /^(?:s?he|they)$/iu.test(text.slice(source.start, source.end));
  return isPronoun || maySpeak(text, source) ? { source: [source], cue: [cue] } : null;
}
