import { leadingCount } from './leading-count.ts';

/**
 * The one place where code points and UTF-16 code units meet.
 *
 * The product's canonical unit is the code point, as W3C TextPositionSelector and PostgreSQL's `substring` count.
 * JavaScript strings count UTF-16 code units; the two differ by one for each character above U+FFFF that stands before.
 */
export class CodePoints {
  /** The text's length in code points. */
  readonly length: number;
  /** UTF-16 offsets of the low half of each surrogate pair, ascending. Empty for nearly every news text. */
  readonly #lowHalves: readonly number[];

  /** @param text a well-formed string (see `assertStorable`) */
  constructor(readonly text: string) {
    const lowHalves: number[] = [];
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) lowHalves.push(match.index + 1);
    this.#lowHalves = lowHalves;
    this.length = text.length - lowHalves.length;
  }

  /** Code point offset of a UTF-16 offset. An offset inside a surrogate pair counts as the place before the pair. */
  fromUtf16(utf16: number): number {
    return utf16 - leadingCount(this.#lowHalves, (at) => at <= utf16);
  }

  /** UTF-16 offset of a code point offset. */
  toUtf16(codePoint: number): number {
    // The n-th pair starts at code point lowHalves[n] - 1 - n, so it lies before `codePoint` if that is smaller.
    return codePoint + leadingCount(this.#lowHalves, (at, index) => at - 1 - index < codePoint);
  }

  /** The text from code point `start` (inclusive) to `end` (exclusive). */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }
}
