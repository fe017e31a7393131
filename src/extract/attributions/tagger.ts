import { GAP_CLASSES } from './gap.ts';
import { GREATEST, type PackedWeights, SQUARES } from './packed-weights.ts';
import { PLACES, rowOfGap, rowsBehindTag, rowsOfContext, rowsOfTags, rowsOfWord } from './tag-rows.ts';
import { NO_TAG, TAGS } from './tags.ts';
import { LONGEST_UNIT } from './units.ts';
import type { KnownWord } from './vocabulary.ts';

const WIDTH = TAGS.length;
/** Sums are kept of so many words, since texts use the same words over and over. */
const MOST_KEPT = 5_000;
/** A word that by itself is so much likelier one part of speech than any other is that one wherever it stands; in units of the weights' scale. */
const SURE = 0.75 * GREATEST ** 2;

/** Where a word's sums end with the tag that it surely has, or NO_TAG. */
const SURE_TAG = PLACES.length * WIDTH;
const ROW = SURE_TAG + 1;
/** The row of sums of what lies outside a unit; those of words follow. */
const OUTSIDE = 0;

/** What is to be tagged: the words of a unit, the classes of the gaps before each and behind the last, and where sentences begin. */
export interface TaggerInput {
  readonly known: readonly KnownWord[];
  readonly gapClass: Int32Array;
  readonly beginsSentence: Uint8Array;
}

/**
 * Guesses parts of speech one word after another by a linear model (Collins, 2002). What a single word, gap or pair of tags
 * says is added up once and kept. Weights share a scale, so their whole numbers are compared.
 */
export class Tagger {
  readonly #bytes: Uint8Array;
  /** Where the sums of each word stand: in one list, since small ones are dear. */
  readonly #words = new Map<KnownWord, number>();
  /** For each word in turn its sums for each of the places it may stand at. */
  readonly #sums = new Int32Array((MOST_KEPT + 1) * ROW);
  /** Where the sums of the unit's words stand, with two of what lies outside on both sides. */
  readonly #rows = new Int32Array(LONGEST_UNIT + 4);
  readonly #gaps: Int32Array;
  readonly #tags: Int32Array;

  constructor({ bytes }: PackedWeights) {
    this.#bytes = bytes;
    this.#addWord(undefined, OUTSIDE);
    this.#gaps = new Int32Array(2 * GAP_CLASSES * WIDTH);
    for (let gap = 0; gap < 2 * GAP_CLASSES; gap++) {
      this.#addRow(rowOfGap(gap % GAP_CLASSES, gap >= GAP_CLASSES), this.#gaps, gap * WIDTH);
    }
    this.#tags = new Int32Array(WIDTH * WIDTH * WIDTH);
    for (let pair = 0; pair < WIDTH * WIDTH; pair++) {
      for (const row of rowsOfTags(pair % WIDTH, Math.floor(pair / WIDTH))) this.#addRow(row, this.#tags, pair * WIDTH);
    }
  }

  /** Writes the number of each word's tag, from a place on. */
  tag({ known, gapClass, beginsSentence }: TaggerInput, into: Int32Array, place: number): void {
    const bytes = this.#bytes;
    const squares = SQUARES;
    const [sums, rows, gaps, tags] = [this.#sums, this.#rows, this.#gaps, this.#tags];
    this.#findRows(known);
    let [last, lastButOne] = [NO_TAG, NO_TAG];
    for (let at = 0; at < known.length; at++) {
      if (beginsSentence[at]) last = lastButOne = NO_TAG;
      const own = rows[at + 2] ?? OUTSIDE;
      const sure = sums[own + SURE_TAG] ?? NO_TAG;
      if (sure !== NO_TAG) {
        lastButOne = last;
        last = into[place + at] = sure;
        continue;
      }
      const before = (rows[at + 1] ?? OUTSIDE) + WIDTH;
      const behind = (rows[at + 3] ?? OUTSIDE) + 2 * WIDTH;
      const secondBefore = (rows[at] ?? OUTSIDE) + 3 * WIDTH;
      const secondBehind = (rows[at + 4] ?? OUTSIDE) + 4 * WIDTH;
      const gapBefore = (gapClass[at] ?? 0) * WIDTH;
      const gapBehind = (GAP_CLASSES + (gapClass[at + 1] ?? 0)) * WIDTH;
      const pair = (last + lastButOne * WIDTH) * WIDTH;
      const [begins, classBefore, classBehind] = rowsOfContext(
        known[at - 1],
        known[at],
        known[at + 1],
        beginsSentence[at] === 1,
      );
      const [formTied, suffixTied] = rowsBehindTag(known[at], last);
      const [a, b, c] = [begins * WIDTH, classBefore * WIDTH, classBehind * WIDTH];
      const [d, e] = [formTied * WIDTH, suffixTied * WIDTH];
      let best = NO_TAG;
      let greatest = -Infinity;
      for (let tag = NO_TAG + 1; tag < WIDTH; tag++) {
        const score =
          (sums[own + tag] ?? 0) +
          (sums[before + tag] ?? 0) +
          (sums[behind + tag] ?? 0) +
          (sums[secondBefore + tag] ?? 0) +
          (sums[secondBehind + tag] ?? 0) +
          (gaps[gapBefore + tag] ?? 0) +
          (gaps[gapBehind + tag] ?? 0) +
          (tags[pair + tag] ?? 0) +
          (squares[bytes[a + tag] ?? 0] ?? 0) +
          (squares[bytes[b + tag] ?? 0] ?? 0) +
          (squares[bytes[c + tag] ?? 0] ?? 0) +
          (squares[bytes[d + tag] ?? 0] ?? 0) +
          (squares[bytes[e + tag] ?? 0] ?? 0);
        if (score <= greatest) continue;
        greatest = score;
        best = tag;
      }
      lastButOne = last;
      last = best;
      into[place + at] = last;
    }
  }

  #findRows(known: readonly KnownWord[]): void {
    // None of a unit's words may be forgotten before it is done.
    if (this.#words.size + known.length > MOST_KEPT) this.#words.clear();
    this.#rows.fill(OUTSIDE);
    for (let at = 0; at < known.length; at++) {
      const word = known[at];
      if (!word) continue;
      let row = this.#words.get(word);
      if (row === undefined) {
        row = (this.#words.size + 1) * ROW;
        this.#words.set(word, row);
        this.#addWord(word, row);
      }
      this.#rows[at + 2] = row;
    }
  }

  /** Adds up what a word says at each of the places in turn. */
  #addWord(known: KnownWord | undefined, at: number): void {
    const sums = this.#sums;
    sums.fill(0, at, at + ROW);
    for (let place = 0; place < PLACES.length; place++) {
      for (const row of rowsOfWord(known, place)) this.#addRow(row, sums, at + place * WIDTH);
    }
    sums[at + SURE_TAG] = sureTag(sums, at);
  }

  #addRow(row: number, into: Int32Array, at: number): void {
    const bytes = this.#bytes;
    const from = row * WIDTH;
    for (let tag = 0; tag < WIDTH; tag++)
      into[at + tag] = (into[at + tag] ?? 0) + (SQUARES[bytes[from + tag] ?? 0] ?? 0);
  }
}

/** The tag that the sums from a place on leave no doubt about, or NO_TAG. */
function sureTag(sums: Int32Array, at: number): number {
  let best = NO_TAG + 1;
  let second = -Infinity;
  for (let tag = best + 1; tag < WIDTH; tag++) {
    const [sum, greatest] = [sums[at + tag] ?? 0, sums[at + best] ?? 0];
    if (sum > greatest) [best, second] = [tag, greatest];
    else if (sum > second) second = sum;
  }
  return (sums[at + best] ?? 0) - second >= SURE ? best : NO_TAG;
}
