import type { ArticleMemory } from './article-memory.ts';
import type { ArticleWords } from './article-words.ts';
import { ClauseReader } from './clause-reader.ts';
import { gapClassOf, MARKS } from './gap.ts';
import { mix } from './hash.ts';
import type { Tagger, TaggerInput } from './tagger.ts';
import { LONGEST_UNIT, type Unit } from './units.ts';
import { knownWord, type KnownWord } from './vocabulary.ts';

/** What a word is described by. Each is a column of numbers, equal where two words are alike in it. */
const COLUMNS = [
  'form', 'stem', 'prefix', 'suffix2', 'suffix3', 'shape', 'wordClass', 'reporting', 'standing', // the word
  'quotation', 'signature', 'gapClass', 'unitPlace', // where it stands
  'reporterLeft', 'reporterLeftKind', 'reporterRight', 'reporterRightKind', // the nearest words of reporting in its sentence
  'sentenceStart', 'sentenceQuotation', 'clauseStart', 'beforeQuotation', 'afterQuotation', 'sentencePlace',
  'tag', 'phrase', 'phraseHead', 'phraseBehind', 'subject', 'verbLeft', 'verbRight', 'introduction', // what it is in its clause
] as const; // prettier-ignore
export type Column = (typeof COLUMNS)[number];

/** So many places before and behind a unit are described as lying outside. */
export const MARGIN = 4;
const OUTSIDE = -1;

/** The words of one unit after another, described; the columns are written over by each. */
export class WordAttributes {
  readonly columns: Readonly<Record<Column, Int32Array>>;
  readonly #words: ArticleWords;
  readonly #memory: ArticleMemory;
  readonly #clauses: ClauseReader;
  /** Whether a sentence begins with a word of the unit. */
  readonly beginsSentence = new Uint8Array(LONGEST_UNIT);
  #unit: Unit = { first: 0, after: 0 };
  #known: KnownWord[] = [];

  constructor(words: ArticleWords, memory: ArticleMemory) {
    this.#words = words;
    this.#memory = memory;
    const size = LONGEST_UNIT + 2 * MARGIN;
    this.columns = Object.fromEntries(COLUMNS.map((name) => [name, new Int32Array(size)])) as Record<
      Column,
      Int32Array
    >;
    this.#clauses = new ClauseReader(this.columns, MARGIN, LONGEST_UNIT);
  }

  /** What a tagger is asked of the unit. */
  get tagged(): TaggerInput {
    const gapClass = this.columns.gapClass.subarray(MARGIN);
    return { known: this.#known, gapClass, beginsSentence: this.beginsSentence };
  }

  /** Describes the words of a unit: word n of it is at place MARGIN + n of every column. */
  describe(unit: Unit): void {
    this.#unit = unit;
    const { text, start, end } = this.#words;
    const length = unit.after - unit.first;
    this.#known = Array.from({ length }, (_, index) =>
      knownWord(text, start[unit.first + index] ?? 0, end[unit.first + index] ?? 0),
    );
    for (const name of COLUMNS) {
      this.columns[name].fill(OUTSIDE, 0, MARGIN);
      this.columns[name].fill(OUTSIDE, MARGIN + length, MARGIN + length + MARGIN);
    }
    this.#describeGaps();
    this.#describeWords();
    this.#describeSentences();
  }

  /** Describes besides what the unit's words are in their clauses, which takes their parts of speech. */
  describeClauses(tagger: Tagger): void {
    tagger.tag(this.tagged, this.columns.tag, MARGIN);
    const length = this.#known.length;
    let first = 0;
    for (let index = 1; index <= length; index++) {
      if (index < length && this.beginsSentence[index] === 0) continue;
      this.#clauses.describe(this.#known, first, index);
      first = index;
    }
  }

  #describeGaps(): void {
    const { signature, gapClass } = this.columns;
    const { marks, sentence, signature: signatures } = this.#words;
    const { first, after } = this.#unit;
    // What stands behind the last word belongs to the place after it.
    for (let word = first; word <= after; word++) {
      const at = MARGIN + word - first;
      signature[at] = signatures[word] ?? 0;
      gapClass[at] = gapClassOf(marks[word] ?? MARKS.ENDS_PARAGRAPH);
      if (word < after)
        this.beginsSentence[word - first] = word === first || sentence[word] !== sentence[word - 1] ? 1 : 0;
    }
  }

  #describeWords(): void {
    const { columns } = this;
    const words = this.#words;
    let clause = 0;
    for (const [index, known] of this.#known.entries()) {
      const at = MARGIN + index;
      const word = this.#unit.first + index;
      const marks = words.marks[word] ?? 0;
      if ((marks & ~(MARKS.SPACE | MARKS.DASH)) !== 0) clause = index;
      columns.form[at] = known.form;
      columns.stem[at] = known.stem;
      columns.prefix[at] = known.prefix;
      columns.suffix2[at] = known.suffix2;
      columns.suffix3[at] = known.suffix3;
      columns.shape[at] = known.shape;
      columns.wordClass[at] = known.wordClass;
      columns.reporting[at] = known.reporting;
      columns.standing[at] = known.isClosed ? OUTSIDE : this.#memory.standing(known.form);
      columns.quotation[at] = this.#quotationState(word);
      columns.unitPlace[at] = this.#unitPlace(word);
      columns.clauseStart[at] = mix(this.#known[clause]?.form ?? 0, Math.min(3, index - clause));
      columns.beforeQuotation[at] = this.#besideQuotation(word, 'before');
      columns.afterQuotation[at] = this.#besideQuotation(word, 'behind');
    }
  }

  /** Whether a word stands in a quotation, at which end of it, and how long it is. */
  #quotationState(word: number): number {
    const single = this.#words.isSingleQuoted[word] ?? 0;
    const quoted = this.#words.quotations[this.#words.quotation[word] ?? -1];
    if (!quoted) return single;
    const length = quoted.after - quoted.first;
    const size = length <= 3 ? 0 : length <= 8 ? 1 : 2;
    const place = (word === quoted.first ? 1 : 0) + (word === quoted.after - 1 ? 2 : 0);
    return 2 + single + 4 * size + 16 * place + (quoted.isClosed ? 64 : 0);
  }

  /** Where in the article a unit stands: at its head or in it, and whether the quotation of the one before goes on. */
  #unitPlace(word: number): number {
    const { paragraph, quotation, quotations, count } = this.#words;
    const { first } = this.#unit;
    const before = first > 0 ? quotations[quotation[first - 1] ?? -1] : undefined;
    const goesOn = before !== undefined && !before.isClosed;
    const place = paragraph[word] === 0 ? 0 : paragraph[word] === paragraph[count - 1] ? 2 : 1;
    const isShort = this.#known.length < 12;
    return place + (goesOn ? 4 : 0) + (isShort ? 8 : 0) + ((quotation[first] ?? -1) >= 0 ? 16 : 0);
  }

  /** The word and the marks before or behind the quotation that a word stands in. */
  #besideQuotation(word: number, side: 'before' | 'behind'): number {
    const quoted = this.#words.quotations[this.#words.quotation[word] ?? -1];
    if (!quoted) return OUTSIDE;
    const gap = side === 'before' ? quoted.first : quoted.after;
    const neighbour = (side === 'before' ? quoted.first - 1 : quoted.after) - this.#unit.first;
    const known = this.#known[neighbour];
    return mix(mix(known?.wordClass ?? OUTSIDE, this.#words.signature[gap] ?? 0), side === 'before' ? 1 : 2);
  }

  #describeSentences(): void {
    const { sentence } = this.#words;
    let first = 0;
    for (let index = 1; index <= this.#known.length; index++) {
      const word = this.#unit.first + index;
      if (index < this.#known.length && sentence[word] === sentence[word - 1]) continue;
      this.#describeSentence(first, index);
      first = index;
    }
  }

  #describeSentence(first: number, after: number): void {
    const { columns } = this;
    const quotation = this.#sentenceQuotation(first, after);
    const start = mix(this.#known[first]?.form ?? 0, 7);
    this.#describeReporters(first, after, 1, columns.reporterLeft, columns.reporterLeftKind);
    this.#describeReporters(first, after, -1, columns.reporterRight, columns.reporterRightKind);
    for (let index = first; index < after; index++) {
      const at = MARGIN + index;
      columns.sentenceStart[at] = start;
      columns.sentenceQuotation[at] = quotation;
      columns.sentencePlace[at] = 8 * Math.min(5, index - first) + Math.min(5, after - 1 - index);
    }
  }

  /** How a sentence is quoted: at its start, at its end, somewhere. */
  #sentenceQuotation(first: number, after: number): number {
    const { quotation } = this.#words;
    const isQuoted = (index: number) => (quotation[this.#unit.first + index] ?? -1) >= 0;
    let quoted = 0;
    for (let index = first; index < after; index++) if (isQuoted(index)) quoted++;
    const share = quoted === 0 ? 0 : quoted === after - first ? 3 : quoted * 2 > after - first ? 2 : 1;
    return 4 * share + (isQuoted(first) ? 1 : 0) + (isQuoted(after - 1) ? 2 : 0);
  }

  /** For each word of a sentence the nearest word of reporting before or behind it that stands as it does to quotations. */
  #describeReporters(first: number, after: number, step: 1 | -1, words: Int32Array, kinds: Int32Array): void {
    const { quotation } = this.#words;
    const nearest = [-1, -1];
    for (let index = step > 0 ? first : after - 1; index >= first && index < after; index += step) {
      const isQuoted = (quotation[this.#unit.first + index] ?? -1) >= 0 ? 1 : 0;
      // Within a quotation the reporter that counts stands outside, and so it does for what stands outside.
      const reporter = nearest[0] ?? -1;
      const known = this.#known[reporter];
      const distance = Math.abs(index - reporter);
      const near = distance <= 2 ? distance : distance <= 5 ? 3 : distance <= 10 ? 4 : 5;
      words[MARGIN + index] = known ? known.stem : OUTSIDE;
      kinds[MARGIN + index] = known ? mix(known.reporting, near) : OUTSIDE;
      if ((this.#known[index]?.reporting ?? 0) !== 0) nearest[isQuoted] = index;
    }
  }
}
