import type { ArticleWords } from './article-words.ts';
import type { Candidate } from './candidates.ts';
import type { FeatureList } from './feature-list.ts';
import { MARKS } from './gap.ts';
import { mix } from './hash.ts';
import { CUE, SOURCE } from './role.ts';
import { KINDS, kindOfTag } from './tags.ts';
import type { Unit } from './units.ts';
import { MARGIN, type WordAttributes } from './word-attributes.ts';

type Columns = WordAttributes['columns'];

/** Longer spans are not known by all their words, or by all their classes. */
const KNOWN_BY_FORMS = 4;
const KNOWN_BY_CLASSES = 6;
const KNOWN_BY_TAGS = 8;
/** A span's first verb is looked for among so many words. */
const VERB_WITHIN = 30;

/** A number that grows ever slower: 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-21 and so on. */
export const bucket = (count: number): number =>
  count >= 0 && count < BUCKETS.length ? (BUCKETS[count] ?? 0) : bucketOf(count);

const bucketOf = (count: number): number => (count <= 4 ? count : Math.floor(2.5 * Math.log(count)) + 1);
/** Logarithms that are asked for over and over. */
const BUCKETS = Int32Array.from({ length: 512 }, (_, count) => bucketOf(count));

/** How likely a span is in twelve steps. */
const likelihoodStep = (likelihood: number): number =>
  Math.round(Math.max(-6, Math.min(6, Math.log(likelihood / (1.0001 - likelihood)))) * 1.5);

/** What speaks for a candidate's being a span, from its words and those around it. */
export function addSpanFeatures(
  list: FeatureList,
  { role, first, after, likelihood, begins, ends, rank }: Candidate,
  { columns }: WordAttributes,
  words: ArticleWords,
  unit: Unit,
): void {
  const { form, stem, wordClass, signature, gapClass, standing } = columns;
  const f = MARGIN + first;
  const l = MARGIN + after - 1;
  const n = l + 1;
  const length = after - first;
  const size = bucket(length);
  const quoted = quotedness(words, unit.first + first, unit.first + after);
  const sentence = sentences(words, unit.first + first, unit.first + after);
  const step = likelihoodStep(likelihood);
  list.begin(role);
  list.add(0);
  list.add(step);
  list.add(step, quoted);
  list.add(likelihoodStep(begins), likelihoodStep(ends));
  list.add(likelihoodStep(likelihood / Math.max(begins, likelihood)));
  list.add(likelihoodStep(likelihood / Math.max(ends, likelihood)));
  list.add(Math.min(4, rank), step);
  list.add(step, size);
  list.add(size);
  list.add(size, quoted);
  list.add(quoted);
  list.add(quoted, at(gapClass, f), at(gapClass, n));
  list.add(sentence);
  list.add(sentence, quoted);
  list.add(sentence, at(gapClass, f), at(gapClass, n));
  list.add(at(form, f));
  list.add(at(wordClass, f));
  list.add(at(form, l));
  list.add(at(wordClass, l));
  list.add(at(form, f - 1));
  list.add(at(wordClass, f - 1));
  list.add(at(form, n));
  list.add(at(wordClass, n));
  list.add(at(form, f - 2), at(form, f - 1));
  list.add(at(wordClass, f - 2), at(wordClass, f - 1));
  list.add(at(form, n), at(form, n + 1));
  list.add(at(wordClass, n), at(wordClass, n + 1));
  list.add(at(signature, f));
  list.add(at(signature, n));
  list.add(at(signature, f), at(signature, n));
  list.add(at(form, f - 1), at(form, f), at(signature, f));
  list.add(at(form, l), at(form, n), at(signature, n));
  list.add(at(wordClass, f - 1), at(wordClass, f), at(signature, f));
  list.add(at(wordClass, l), at(wordClass, n), at(signature, n));
  list.add(at(wordClass, l), at(wordClass, n), at(wordClass, n + 1), at(signature, n));
  list.add(at(wordClass, f - 2), at(wordClass, f - 1), at(wordClass, f), at(signature, f));
  list.add(at(wordClass, f - 1), at(wordClass, f), at(wordClass, f + 1), at(signature, f));
  list.add(at(signature, n), at(form, n), quoted);
  list.add(at(signature, f), at(form, f - 1), quoted);
  list.add(at(signature, f), at(form, f), quoted);
  list.add(at(signature, n), at(wordClass, n), sentence);
  list.add(at(form, f - 1), at(form, n));
  list.add(at(wordClass, f - 1), at(wordClass, n), size);
  list.add(at(stem, f - 1), at(wordClass, f));
  list.add(at(wordClass, f), at(wordClass, l), size);
  list.add(at(columns.unitPlace, f), sentence);
  list.add(at(columns.sentencePlace, f), at(columns.sentencePlace, l));
  list.add(at(columns.sentenceQuotation, f), quoted, size);
  list.add(at(columns.reporterLeft, f), at(wordClass, f));
  list.add(at(columns.reporterLeftKind, f), at(signature, f), sentence);
  list.add(at(columns.reporterRightKind, l), at(signature, n), sentence);
  addInner(list, columns, f, n, role);
  list.add(length <= KNOWN_BY_FORMS ? run(form, f, n) : 1);
  list.add(length <= KNOWN_BY_FORMS ? run(stem, f, n) : 1, length <= KNOWN_BY_FORMS ? at(wordClass, n) : 0);
  list.add(length <= KNOWN_BY_CLASSES ? run(wordClass, f, n) : 1);
  list.add(length <= KNOWN_BY_CLASSES ? run(wordClass, f - 1, n + 1) : 1);
  if (role === SOURCE) list.add(at(standing, l), at(standing, f));
  else list.skip();
  addTags(list, columns, f, n, sentence);
  addClauses(list, columns, f, n);
}

/** What parts of speech stand in a span and beside it. */
function addTags(list: FeatureList, columns: Columns, f: number, n: number, sentence: number): void {
  const { tag, stem, signature } = columns;
  const l = n - 1;
  const length = n - f;
  const verb = firstVerb(columns, f, n);
  list.add(at(tag, f));
  list.add(at(tag, l));
  list.add(at(tag, f - 1));
  list.add(at(tag, n));
  list.add(at(tag, f - 1), at(tag, f));
  list.add(at(tag, l), at(tag, n));
  list.add(at(tag, f - 1), at(tag, f), at(tag, f + 1));
  list.add(at(tag, l - 1), at(tag, l), at(tag, n));
  list.add(at(tag, l), at(tag, n), at(tag, n + 1));
  list.add(at(tag, f - 3), at(tag, f - 2), at(tag, f - 1));
  list.add(at(tag, f), at(tag, l));
  list.add(at(tag, f - 1), at(tag, n));
  list.add(at(tag, n), at(signature, n));
  list.add(at(tag, f), at(signature, f));
  list.add(at(tag, f), at(tag, f + 1), at(tag, f + 2));
  list.add(length <= KNOWN_BY_TAGS ? run(tag, f, n) : 1);
  list.add(length <= KNOWN_BY_TAGS ? run(tag, f - 1, n + 1) : 1);
  list.add(verb);
  list.add(verb, at(tag, f));
  list.add(verb, at(tag, f - 1), at(stem, f - 1));
  list.add(verb, bucket(length), sentence);
  list.add(at(stem, f), at(tag, f));
  list.add(at(stem, l), at(tag, l), at(tag, n));
}

/** How a span stands to the phrases and clauses around it. */
function addClauses(list: FeatureList, columns: Columns, f: number, n: number): void {
  const { tag, stem, signature, reporting, phrase, phraseHead, phraseBehind } = columns;
  const { subject, verbLeft, verbRight, introduction } = columns;
  const l = n - 1;
  list.add(at(phrase, f));
  list.add(at(phrase, l));
  list.add(at(phrase, f), at(phrase, l), Math.min(n - f, 9));
  list.add(at(phraseHead, l));
  list.add(at(phraseHead, n));
  list.add(at(phraseBehind, l));
  list.add(at(phraseBehind, n));
  list.add(at(subject, f));
  list.add(at(subject, f), at(stem, l));
  list.add(at(subject, f), at(reporting, l), at(phraseHead, n));
  list.add(at(verbLeft, f));
  list.add(at(verbLeft, f), at(signature, f));
  list.add(at(verbRight, l));
  list.add(at(verbRight, l), at(signature, n));
  list.add(at(introduction, f));
  list.add(at(introduction, f), at(reporting, l));
  list.add(at(introduction, l));
  list.add(at(introduction, n));
  list.add(at(verbLeft, n), at(verbRight, l));
  list.add(at(verbLeft, n), at(tag, n), at(signature, n));
  list.add(at(phraseHead, l), at(verbRight, l));
}

/** The first verb of a span, and how many phrases stand before it. */
function firstVerb({ tag }: Columns, first: number, after: number): number {
  let phrases = 0;
  for (let place = first; place < after && place < first + VERB_WITHIN; place++) {
    const kind = kindOfTag(at(tag, place));
    if (kind === KINDS.VERB || kind === KINDS.BEFORE_VERB) return mix(at(tag, place), Math.min(3, phrases));
    const ends = kind === KINDS.NOMINAL && kindOfTag(at(tag, place + 1)) !== KINDS.NOMINAL;
    if (ends || kind === KINDS.PRONOUN) phrases++;
  }
  return 1 + Math.min(3, phrases);
}

const at = (column: Int32Array, place: number): number => column[place] ?? 0;

/** What stands between a span's ends. */
function addInner(list: FeatureList, columns: Columns, first: number, after: number, role: number): void {
  const { gapClass, wordClass, stem, reporting, shape } = columns;
  let [commas, reporters, capitals, classes] = [0, 0, 0, 0];
  for (let at = first; at < after; at++) {
    if (at > first && (gapClass[at] ?? 0) >> 2 === 2) commas++;
    if ((reporting[at] ?? 0) !== 0) reporters++;
    if (shape[at] === 2) capitals++;
    classes |= 1 << ((wordClass[at] ?? 0) & 15);
    if (role === CUE) list.addAlike(stem[at] ?? 0);
    else if (at < first + 8) list.addAlike(wordClass[at] ?? 0);
  }
  list.skip();
  list.add(Math.min(3, commas), role);
  list.add(Math.min(3, commas), wordClass[after] ?? 0, gapClass[after] ?? 0);
  list.add(Math.min(3, reporters), bucket(after - first));
  list.add(Math.min(3, capitals), Math.min(5, after - first));
  list.add(role === CUE ? classes : 1);
}

function run(column: Int32Array, first: number, after: number): number {
  let hash = after - first;
  for (let at = first; at < after; at++) hash = mix(hash, column[at] ?? 0);
  return hash;
}

/** How the ends of a span stand to quotations: outside, at the ends of one, within one, and how many begin between. */
function quotedness({ quotation, quotations, isSingleQuoted }: ArticleWords, first: number, after: number): number {
  const [a, b] = [quotation[first] ?? -1, quotation[after - 1] ?? -1];
  const atFirst = a < 0 ? 0 : quotations[a]?.first === first ? 1 : 2;
  const atLast = b < 0 ? 0 : quotations[b]?.after === after ? 1 : 2;
  const before = first > 0 ? (quotation[first - 1] ?? -1) : -1;
  let begun = 0;
  for (let at = first + 1; at < after && begun < 2; at++) {
    if (quotation[at] !== quotation[at - 1] && (quotation[at] ?? -1) >= 0) begun++;
  }
  const single = 2 * (isSingleQuoted[first] ?? 0) + (isSingleQuoted[after - 1] ?? 0);
  return (
    atFirst +
    3 * atLast +
    9 * begun +
    27 * single +
    (a >= 0 && a === b ? 128 : 0) +
    (before >= 0 && before === a ? 256 : 0)
  );
}

/** Whether a span begins and ends with a sentence, and over how many it goes. */
function sentences({ sentence, marks, count }: ArticleWords, first: number, after: number): number {
  const begins = first === 0 || sentence[first] !== sentence[first - 1] ? 1 : 0;
  const ends = after >= count || sentence[after] !== sentence[after - 1] ? 1 : 0;
  const over = Math.min(3, (sentence[after - 1] ?? 0) - (sentence[first] ?? 0));
  let [open, closed] = [0, 0];
  for (let at = first + 1; at < after; at++) if (((marks[at] ?? 0) & MARKS.BRACKET) !== 0) open++;
  if (((marks[after] ?? 0) & MARKS.BRACKET) !== 0) closed = 1;
  return begins + 2 * ends + 4 * over + 16 * (open % 2) + 32 * closed;
}
