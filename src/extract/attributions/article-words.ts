import { GapReader } from './gap-reader.ts';
import type { QuotedWords } from './quoted-words.ts';

/**
 * A piece of a text that a span may begin or end with: a run of letters and digits, or what an apostrophe ties to one, since
 * in "he’s" one piece may be the source and the other the cue. Runs are bounded since the engine remembers each character of
 * one and gives up at millions; what is longer than any word is several pieces beside each other.
 */
const PIECE = /[\p{L}\p{N}]{1,999}|(?<=[\p{L}\p{N}])['’]\p{L}{1,999}/gu;

/** The words of a text and what stands between them; all lists by number of word. Offsets are UTF-16 code units. */
export interface ArticleWords {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** What stands before a word, as `MARKS`; the last entry is what stands after the last word. */
  readonly marks: Int32Array;
  /** The same as a signature that differs whenever the marks or their order do. */
  readonly signature: Int32Array;
  readonly sentence: Int32Array;
  readonly paragraph: Int32Array;
  /** Number of the quotation in double marks that a word stands in, or -1. */
  readonly quotation: Int32Array;
  readonly isSingleQuoted: Uint8Array;
  readonly quotations: readonly QuotedWords[];
}

/** Reads a text once, in time that grows with its length. */
export function articleWords(text: string): ArticleWords {
  // There are no more pieces than this. Memory that nothing is written to is none, so there is no need to count first.
  const most = Math.ceil(text.length / 2);
  const words = {
    start: new Int32Array(most),
    end: new Int32Array(most),
    marks: new Int32Array(most + 1),
    signature: new Int32Array(most + 1),
    sentence: new Int32Array(most),
    paragraph: new Int32Array(most),
    quotation: new Int32Array(most),
    isSingleQuoted: new Uint8Array(most),
  };
  const reader = new GapReader(text);
  let [word, gapStart, sentence, paragraph] = [0, 0, 0, 0];
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    const { marks, signature, endsSentence, endsParagraph } = reader.read(gapStart, start, word);
    if (word > 0 && endsParagraph) paragraph++;
    if (word > 0 && endsSentence) sentence++;
    words.start[word] = start;
    words.end[word] = gapStart = start + match[0].length;
    words.marks[word] = marks;
    words.signature[word] = signature;
    words.sentence[word] = sentence;
    words.paragraph[word] = paragraph;
    words.quotation[word] = reader.openQuotation;
    words.isSingleQuoted[word] = reader.isSingleOpen ? 1 : 0;
    word++;
  }
  const last = reader.read(gapStart, text.length, word);
  words.marks[word] = last.marks;
  words.signature[word] = last.signature;
  return {
    text,
    count: word,
    start: words.start.subarray(0, word),
    end: words.end.subarray(0, word),
    marks: words.marks.subarray(0, word + 1),
    signature: words.signature.subarray(0, word + 1),
    sentence: words.sentence.subarray(0, word),
    paragraph: words.paragraph.subarray(0, word),
    quotation: words.quotation.subarray(0, word),
    isSingleQuoted: words.isSingleQuoted.subarray(0, word),
    quotations: reader.finish(word),
  };
}
