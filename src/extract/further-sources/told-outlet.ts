import type { Span } from '../../text/span.ts';
import { isOutletName, isOutletNoun, isOutletWord } from '../speakers/lexicon/institutions.ts';
import { isRole, singularRole } from '../speakers/lexicon/roles.ts';
import { phraseWords } from '../speakers/sources/phrase-words.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';
import type { FurtherSource } from './further-source.ts';

/** Whoever is told something stands right behind the cue: "told the daily Izvestia". */
const TOLD = /\b(?:told|tells|telling|wrote in|writes in|said in|spoke to|speaking to)\s*$/iu;
/** Whoever passes on what was said may be named later in the sentence, behind one of these. */
const BY_WAY =
  /\b(?:in an? (?:\p{L}{1,20} )?interview (?:with|on|to)|in remarks (?:to|published by|carried by)|in comments to|quoted (?:by|in)|carried by|published (?:by|in)|as reported by)\s/u;
/** What a name ends before. */
const END_OF_NAME =
  /[,;:“”"().\n]|\s(?:that|as|on|in|during|at|after|before|last|this|then|later|earlier|recently|today|yesterday)\b/u;
const LONGEST_NAME = 80;
/** "observed in the Post", "said on Radio Nord": where somebody speaks or writes. */
const WHERE = /^\s(?:in|on)\s(?!(?:its|his|her|their|our|my)\b)/u;
/** So far behind the cue it is looked for. */
const NEAR = 200;

/** The outlet to which somebody said something; whether it is one has still to be found out. */
export function toldOutlet(text: string, attribution: Attribution): FurtherSource | null {
  const [cue, source] = [attribution.cue.at(-1), addressee(text, attribution)];
  if (!cue || !source) return null;
  const passesOn = isCalledOutlet(text, source) ? 'ANYBODY' : 'OUTLETS';
  return { source, cue, part: { passesOn, speaks: false }, step: 'said to an outlet' };
}

/** "Channel 1 of state television", "a local newspaper", but not "a newspaper reporter". */
function isCalledOutlet(text: string, span: Span): boolean {
  const words = phraseWords(text, span);
  return (
    words.some(({ key }) => isOutletNoun(key)) && !words.some(({ key }) => isRole(key) || singularRole(key) !== null)
  );
}

/**
 * The words that may name the outlet to which somebody said something; whether they name one has still to be found out.
 *
 * @returns a span in UTF-16 code units
 */
export function addressee(text: string, { cue, content }: Attribution): Span | null {
  const last = cue.at(-1);
  if (!last) return null;
  const end = Math.min(last.end + NEAR, ...content.map(({ start }) => start).filter((start) => start >= last.end));
  if (TOLD.test(text.slice(last.start, last.end))) {
    const told = nameAt(text, last.end, end);
    if (told) return told;
  }
  const way = BY_WAY.exec(text.slice(last.start, end));
  if (way) return nameAt(text, last.start + way.index + way[0].length, end);
  const where = WHERE.exec(text.slice(last.end, end));
  const name = where && nameAt(text, last.end + where[0].length, end);
  return name && looksLikeOutlet(text, name) ? name : null;
}

/** Whether any word is one for an outlet, or stands in names of outlets. */
const looksLikeOutlet = (text: string, span: Span): boolean =>
  phraseWords(text, span).some(
    ({ key, isCapital }) =>
      isOutletNoun(key) || (isCapital && (isOutletWord(key) || isOutletName([key]) || key === 'news')),
  );

/** "told Voice of America, “…”": what stands before the quotation. */
const BEFORE_QUOTATION =
  /^(?!(?:that|whether|if|how|why|to|in|on|at|by|as|when|while|after|before)\b)([^“"\n]{2,80}?),\s*(?=["“])/u;

/**
 * An attribution without the addressee at the beginning of its content, where the content has one: who is told something
 * does not say it.
 */
export function withoutAddressee(text: string, attribution: Attribution): Attribution {
  const [first, ...others] = attribution.content;
  const last = attribution.cue.at(-1);
  if (!first || !last || last.end > first.start || !TOLD.test(text.slice(last.start, last.end))) return attribution;
  const before = BEFORE_QUOTATION.exec(text.slice(first.start, Math.min(first.end, first.start + NEAR)))?.[0];
  if (before === undefined) return attribution;
  return { ...attribution, content: [{ start: first.start + before.length, end: first.end }, ...others] };
}

/** The name that stands at a place, up to the next mark or what tells when or where. */
function nameAt(text: string, from: number, to: number): Span | null {
  let start = from;
  while (start < to && /\s/.test(text[start] ?? '')) start++;
  const rest = text.slice(start, to);
  const name = rest.slice(0, END_OF_NAME.exec(rest)?.index ?? rest.length).trimEnd();
  return name.length < 2 || name.length > LONGEST_NAME ? null : { start, end: start + name.length };
}
