import type { ArticleWords } from './article-words.ts';
import type { FeatureList } from './feature-list.ts';
import type { FoundSpan } from './found-span.ts';
import { gapClassOf } from './gap.ts';
import { mix } from './hash.ts';
import { CUE, SOURCE } from './role.ts';
import { bucket } from './span-features.ts';
import { knownWord } from './vocabulary.ts';

/** What is asked: a content's cue, a cue's source, or the source of a content without a cue. */
export const LINKS = { CUE_OF_CONTENT: 0, SOURCE_OF_CUE: 1, SOURCE_OF_CONTENT: 2 } as const;
export type LinkKind = (typeof LINKS)[keyof typeof LINKS];
/** The role of what is asked for, by kind of link. */
export const LINKED_ROLE = [CUE, SOURCE, SOURCE] as const;

/** What speaks for two spans' belonging together, or for a span's belonging to none (`to` is -1). */
export function addLinkFeatures(
  list: FeatureList,
  kind: LinkKind,
  spans: readonly FoundSpan[],
  from: number,
  to: number,
  words: ArticleWords,
): void {
  const a = spans[from];
  if (!a) return;
  const b = spans[to];
  list.begin(64 + kind + (b ? 0 : 8));
  const look = (word: number) =>
    word < 0 || word >= words.count ? null : knownWord(words.text, words.start[word] ?? 0, words.end[word] ?? 0);
  const gap = (word: number) => gapClassOf(words.marks[word] ?? 0);
  const nearest = [-1, 1].map((step) => nearestOfRole(spans, from, step, LINKED_ROLE[kind], words));
  const [left = 0, right = 0] = nearest;
  const quoted = quotedness(words, a);
  if (!b) {
    list.add(0);
    list.add(left, right);
    list.add(left, right, quoted);
    list.add(gap(a.first), left);
    list.add(words.signature[a.first] ?? 0);
    list.add(gap(a.first), gap(a.after));
    list.add(look(a.first - 1)?.wordClass ?? 0, gap(a.first));
    list.add(look(a.first - 1)?.shape ?? 0, words.signature[a.first] ?? 0);
    list.add(look(a.after - 1)?.stem ?? 0);
    list.add(look(a.after - 1)?.wordClass ?? 0, look(a.after)?.wordClass ?? 0);
    list.add(look(a.first)?.wordClass ?? 0, bucket(a.after - a.first));
    return;
  }
  const isBefore = to < from ? 1 : 0;
  const [early, late] = isBefore ? [b, a] : [a, b];
  const distance = bucket(late.first - early.after);
  const between = rolesBetween(spans, Math.min(from, to), Math.max(from, to));
  const sentences = Math.min(3, (words.sentence[late.first] ?? 0) - (words.sentence[early.after - 1] ?? 0));
  const paragraphs = Math.min(2, (words.paragraph[late.first] ?? 0) - (words.paragraph[early.after - 1] ?? 0));
  const place = mix(isBefore, mix(sentences, paragraphs));
  const isNearest = isBefore ? left : right;
  const other = isBefore ? right : left;
  const cue = kind === LINKS.SOURCE_OF_CUE ? a : b;
  const cueWord = look(cue.after - 1);
  list.add(isBefore, distance);
  list.add(place);
  list.add(place, between);
  list.add(between, distance, isBefore);
  list.add(place, quoted, quotedness(words, b));
  list.add(place, isNearest, other);
  list.add(place, other, quoted);
  list.add(place, gap(early.after), gap(late.first));
  list.add(isBefore, gap(early.after), gap(late.first), between);
  list.add(place, gap(early.first), gap(late.after));
  list.add(place, cueWord?.stem ?? 0);
  list.add(place, cueWord?.wordClass ?? 0, between);
  list.add(place, look(cue.first)?.wordClass ?? 0, distance);
  list.add(place, look(early.after)?.wordClass ?? 0, look(late.first - 1)?.wordClass ?? 0);
  list.add(place, look(early.after)?.form ?? 0, between);
  list.add(place, look(late.first)?.wordClass ?? 0, between);
  list.add(place, look(late.after)?.wordClass ?? 0, gap(late.after));
  list.add(isBefore, distance, cueWord?.wordClass ?? 0);
  list.add(place, around(spans, to, LINKED_ROLE[kind]), between);
  list.add(place, around(spans, from, LINKED_ROLE[kind]), between);
  list.add(goesOnFromBefore(words, a), place, between);
  list.add(isBefore, Math.min(3, crossing(words, early, late)), between);
}

/** How a span stands to quotations at its ends. */
function quotedness({ quotation, quotations }: ArticleWords, { first, after }: FoundSpan): number {
  const [a, b] = [quotation[first] ?? -1, quotation[after - 1] ?? -1];
  return (
    (a < 0 ? 0 : quotations[a]?.first === first ? 1 : 2) + 3 * (b < 0 ? 0 : quotations[b]?.after === after ? 1 : 2)
  );
}

/** Which roles stand between two spans, in order, the first five of them. */
function rolesBetween(spans: readonly FoundSpan[], early: number, late: number): number {
  let hash = 1;
  for (let at = early + 1; at < late && at < early + 6; at++) hash = 4 * hash + 1 + (spans[at]?.role ?? 0);
  return hash;
}

/** The roles of the spans on both sides of one. */
function around(spans: readonly FoundSpan[], index: number, role: number): number {
  return 16 * (spans[index - 1]?.role ?? 3) + 4 * (spans[index + 1]?.role ?? 3) + role;
}

/** How far off the nearest span of a role is on one side: in the sentence, in the next, further, nowhere near. */
function nearestOfRole(
  spans: readonly FoundSpan[],
  from: number,
  step: number,
  role: number,
  { sentence }: ArticleWords,
): number {
  const home = sentence[spans[from]?.first ?? 0] ?? 0;
  for (let at = from + step, seen = 0; seen < 6; at += step, seen++) {
    const span = spans[at];
    if (!span) break;
    if (span.role === role) return Math.min(3, Math.abs((sentence[span.first] ?? 0) - home));
  }
  return 4;
}

/** Whether a span begins a quotation that goes on from one that the paragraph before did not close. */
function goesOnFromBefore({ quotation, quotations }: ArticleWords, { first }: FoundSpan): number {
  const number = quotation[first] ?? -1;
  if (number < 0) return 0;
  const before = quotations[number - 1];
  return before && !before.isClosed && before.after === quotations[number]?.first ? 2 : 1;
}

/** How many quotations begin between two spans. */
function crossing({ quotation }: ArticleWords, early: FoundSpan, late: FoundSpan): number {
  const [a, b] = [quotation[early.after - 1] ?? -1, quotation[late.first] ?? -1];
  return a >= 0 && b >= 0 ? (a === b ? 0 : 1) : a >= 0 || b >= 0 ? 2 : 3;
}
