import { mix } from './hash.ts';
import { KINDS, kindOfTag } from './tags.ts';
import type { KnownWord } from './vocabulary.ts';

/** What clauses are read from: columns of a unit, whose word n is at place `margin` + n. */
interface ClauseColumns {
  readonly form: Int32Array;
  readonly reporting: Int32Array;
  readonly wordClass: Int32Array;
  readonly signature: Int32Array;
  readonly gapClass: Int32Array;
  readonly tag: Int32Array;
  /** For each word: its place in a run of nominal words; what the run's last word is; what stands behind it. */
  readonly phrase: Int32Array;
  readonly phraseHead: Int32Array;
  readonly phraseBehind: Int32Array;
  /** The last noun or pronoun before it, the nearest verbs on both sides, and the word that introduced the clause. */
  readonly subject: Int32Array;
  readonly verbLeft: Int32Array;
  readonly verbRight: Int32Array;
  readonly introduction: Int32Array;
}

/** A verb that reports nothing. */
const NO_REPORT = 7;

/** Reads phrases and clauses of one sentence after another from the parts of speech of its words. */
export class ClauseReader {
  readonly #columns: ClauseColumns;
  readonly #margin: number;
  /** Where the run of nominal words begins and ends that a word of the sentence stands in. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  #known: readonly KnownWord[] = [];

  constructor(columns: ClauseColumns, margin: number, longest: number) {
    this.#columns = columns;
    this.#margin = margin;
    this.#starts = new Int32Array(longest);
    this.#ends = new Int32Array(longest);
  }

  /** Describes the words of a sentence, from one number in the unit to another. */
  describe(known: readonly KnownWord[], first: number, after: number): void {
    this.#known = known;
    this.#findPhrases(first, after);
    this.#describeForwards(first, after);
    this.#describeBackwards(first, after);
  }

  #kind(index: number): number {
    return kindOfTag(this.#columns.tag[this.#margin + index] ?? 0);
  }

  #findPhrases(first: number, after: number): void {
    for (let start = first; start < after; start = this.#ends[start] ?? after) {
      let end = start + 1;
      if (this.#kind(start) === KINDS.NOMINAL) {
        while (end < after && this.#kind(end) === KINDS.NOMINAL && isOpen(this.#columns.gapClass[this.#margin + end])) {
          end++;
        }
      }
      this.#starts.fill(start, start, end);
      this.#ends.fill(end, start, end);
    }
  }

  #describeForwards(first: number, after: number): void {
    const { form, tag, verbLeft, subject, introduction } = this.#columns;
    let [verb, nominals, lastHead] = [0, 0, 0];
    let [introducing, verbs, heads] = [0, 0, 0];
    for (let index = first; index < after; index++) {
      const at = this.#margin + index;
      const kind = this.#kind(index);
      verbLeft[at] = mix(verb, Math.min(2, nominals));
      subject[at] = lastHead;
      introduction[at] = mix(introducing, 4 * Math.min(2, verbs) + Math.min(3, heads));
      if (kind === KINDS.VERB) {
        verb = this.#verb(at, tag[at] ?? 0);
        nominals = 0;
        verbs++;
      } else if (kind === KINDS.PRONOUN || (kind === KINDS.NOMINAL && this.#ends[index] === index + 1)) {
        nominals++;
        heads++;
        lastHead = mix(this.#headOf(index), 0);
      } else if (kind === KINDS.INTRODUCES) {
        introducing = form[at] ?? 0;
        verbs = heads = nominals = 0;
      }
    }
  }

  #describeBackwards(first: number, after: number): void {
    const { tag, verbRight, phrase, phraseHead, phraseBehind, wordClass, signature } = this.#columns;
    let [verb, nominals] = [0, 0];
    for (let index = after - 1; index >= first; index--) {
      const at = this.#margin + index;
      const kind = this.#kind(index);
      const [start, end] = [this.#starts[index] ?? index, this.#ends[index] ?? index + 1];
      const isFirst = index === start ? 1 : 0;
      verbRight[at] = mix(verb, Math.min(2, nominals));
      if (kind === KINDS.VERB) {
        verb = this.#verb(at, tag[at] ?? 0);
        nominals = 0;
      } else if (kind === KINDS.PRONOUN || kind === KINDS.INTRODUCES || (kind === KINDS.NOMINAL && isFirst)) nominals++;
      phrase[at] =
        kind === KINDS.NOMINAL ? 1 + isFirst + (index === end - 1 ? 2 : 0) + 4 * Math.min(3, end - start) : 20 + kind;
      phraseHead[at] = kind === KINDS.NOMINAL || kind === KINDS.PRONOUN ? mix(this.#headOf(index), isFirst) : 0;
      const behind = this.#margin + end;
      phraseBehind[at] =
        end < after
          ? mix(wordClass[behind] ?? 0, mix(signature[behind] ?? 0, isFirst))
          : mix(signature[behind] ?? 0, 5 + isFirst);
    }
  }

  #verb(at: number, tag: number): number {
    const reporting = this.#columns.reporting[at] ?? 0;
    return mix(reporting === 0 ? NO_REPORT : reporting, tag);
  }

  /** What the last word of the run is that a word stands in. */
  #headOf(index: number): number {
    const last = (this.#ends[index] ?? index + 1) - 1;
    const known = this.#known[last];
    if (this.#kind(last) === KINDS.PRONOUN) return mix(2, known?.form ?? 0);
    return mix(mix(this.#columns.tag[this.#margin + last] ?? 0, known?.isSpeaker ? 1 : 0), known?.shape ?? 0);
  }
}

/** Whether nothing but a space stands before a word. */
const isOpen = (gapClass: number | undefined): boolean => gapClass === 0;
