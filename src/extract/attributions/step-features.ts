import type { ArticleWords } from './article-words.ts';
import type { Candidate } from './candidates.ts';
import type { FeatureList } from './feature-list.ts';
import { mix } from './hash.ts';
import { ROLE_COUNT } from './role.ts';
import { bucket } from './span-features.ts';
import type { Unit } from './units.ts';
import { MARGIN, type WordAttributes } from './word-attributes.ts';

/** More words between two spans are not looked at one by one. */
const LOOKED_AT = 3;
const TAGS_LOOKED_AT = 6;

/** How many features `addEdgeFeatures` has. */
const EDGE_FEATURES = 15;

/**
 * What speaks for two spans' following each other with none between. `before` is null at a unit's start, `next` at its end.
 */
export function addStepFeatures(
  list: FeatureList,
  before: Candidate | null,
  next: Candidate | null,
  attributes: WordAttributes,
  words: ArticleWords,
  unit: Unit,
): void {
  addEdgeFeatures(list, before, next, attributes, words, unit);
  addWholeFeatures(list, before, next, attributes, words, unit);
}

/** What depends on nothing but where the one span ends, where the other begins, and both their roles. */
export function addEdgeFeatures(
  list: FeatureList,
  before: Candidate | null,
  next: Candidate | null,
  { columns }: WordAttributes,
  words: ArticleWords,
  unit: Unit,
): void {
  const { form, stem, wordClass, signature, gapClass, tag } = columns;
  const first = before?.after ?? 0;
  const after = next?.first ?? unit.after - unit.first;
  const between = after - first;
  const crossed = sentencesBetween(words, unit, before, next);
  const distance = Math.min(8, bucket(between));
  list.begin(kindOf(before, next));
  list.add(distance);
  list.add(crossed);
  list.add(distance, crossed, between === 0 ? at(signature, first) : 0);
  list.add(at(gapClass, first), at(gapClass, after), distance);
  if (!before || !next) return;
  list.add(between <= LOOKED_AT ? run(form, first, after, signature) : 1, crossed);
  list.add(between <= LOOKED_AT ? run(wordClass, first, after, gapClass) : 1, crossed);
  list.add(at(stem, first - 1), distance, crossed);
  list.add(at(stem, first - 1), at(signature, first), between === 0 ? 1 : 0);
  list.add(at(form, after), distance, crossed);
  list.add(at(wordClass, first - 1), at(wordClass, after), distance);
  list.add(at(stem, first - 1), at(wordClass, after), at(signature, after));
  list.add(at(tag, first - 1), at(tag, after), distance, crossed);
  list.add(between <= TAGS_LOOKED_AT ? run(tag, first, after, gapClass) : 1, crossed);
  list.add(at(stem, first - 1), at(tag, after), distance);
  list.add(at(stem, first - 1), at(tag, after), at(tag, after + 1));
}

/** What depends on the other ends of the spans as well. */
export function addWholeFeatures(
  list: FeatureList,
  before: Candidate | null,
  next: Candidate | null,
  { columns }: WordAttributes,
  words: ArticleWords,
  unit: Unit,
): void {
  if (!before || !next) return;
  const { stem, wordClass, gapClass, tag } = columns;
  const crossed = sentencesBetween(words, unit, before, next);
  const distance = Math.min(8, bucket(next.first - before.after));
  list.begin(kindOf(before, next), EDGE_FEATURES);
  list.add(at(wordClass, before.after - 1), at(stem, next.after - 1), crossed);
  list.add(sameQuotation(words, unit, before, next), crossed, bucket(next.after - next.first));
  list.add(at(gapClass, before.first), at(gapClass, next.after), distance);
  list.add(run(stem, before.first, Math.min(before.after, before.first + 3), wordClass), at(wordClass, next.first));
  list.add(at(tag, before.first), at(tag, before.after - 1), at(tag, next.first), at(tag, next.after - 1));
  list.add(at(tag, next.first), at(tag, next.first + 1), at(stem, before.after - 1), at(tag, before.after - 1));
}

const at = (column: Int32Array, place: number): number => column[MARGIN + place] ?? 0;

const kindOf = (before: Candidate | null, next: Candidate | null): number =>
  32 + 5 * (before?.role ?? ROLE_COUNT) + (next?.role ?? ROLE_COUNT);

function run(column: Int32Array, first: number, after: number, gaps: Int32Array): number {
  let hash = gaps[MARGIN + first] ?? 0;
  for (let at = first; at < after; at++) hash = mix(mix(hash, column[MARGIN + at] ?? 0), gaps[MARGIN + at + 1] ?? 0);
  return hash;
}

function sentencesBetween(
  { sentence, count }: ArticleWords,
  unit: Unit,
  before: Candidate | null,
  next: Candidate | null,
): number {
  const start = before ? unit.first + before.after - 1 : unit.first;
  const end = next ? unit.first + next.first : Math.min(count, unit.after) - 1;
  return Math.min(2, (sentence[end] ?? 0) - (sentence[start] ?? 0));
}

function sameQuotation({ quotation }: ArticleWords, unit: Unit, before: Candidate, next: Candidate): number {
  const a = quotation[unit.first + before.after - 1] ?? -1;
  const b = quotation[unit.first + next.first] ?? -1;
  return (a < 0 ? 0 : 1) + (b < 0 ? 0 : 2) + (a >= 0 && a === b ? 4 : 0);
}
