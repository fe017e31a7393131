import { mix } from './hash.ts';

/** Kinds of marks between two words, as bits. */
export const MARKS = {
  COMMA: 1,
  COLON: 2,
  DASH: 4,
  BRACKET: 8,
  OTHER: 16,
  SPACE: 32,
  OPENS_QUOTATION: 64,
  CLOSES_QUOTATION: 128,
  ENDS_SENTENCE: 256,
  ENDS_PARAGRAPH: 512,
  OPENS_SINGLE: 1024,
  CLOSES_SINGLE: 2048,
} as const;

/** How many classes of gaps there are. */
export const GAP_CLASSES = 33;
const PARAGRAPH_CLASS = 32;

/** The class of what stands between two words: its weightiest mark, and whether a quotation opens or closes there. */
export function gapClassOf(marks: number): number {
  if (marks & MARKS.ENDS_PARAGRAPH) return PARAGRAPH_CLASS;
  const quotation = (marks & MARKS.OPENS_QUOTATION ? 1 : 0) + (marks & MARKS.CLOSES_QUOTATION ? 2 : 0);
  return 4 * weightiest(marks) + quotation;
}

function weightiest(marks: number): number {
  if (marks & MARKS.ENDS_SENTENCE) return 1;
  if (marks & MARKS.COLON) return 3;
  if (marks & MARKS.DASH) return 4;
  if (marks & MARKS.COMMA) return 2;
  if (marks & MARKS.BRACKET) return 5;
  if (marks & MARKS.OTHER) return 6;
  return marks & MARKS.SPACE ? 0 : 7;
}

/** So many marks of a gap count towards what it is known by; a rule of asterisks is as good as its beginning. */
const MARKS_KNOWN_BY = 8;

/** What a gap is known by: its marks in order, alike marks folded, as one number. */
export class GapSignature {
  #hash = 0;
  #marks = 0;
  #last = 0;

  get value(): number {
    return this.#hash;
  }

  add(mark: number): void {
    if (this.#marks >= MARKS_KNOWN_BY || (mark === this.#last && mark === SPACE)) return;
    this.#last = mark;
    this.#marks++;
    this.#hash = mix(this.#hash, mark);
  }

  reset(): void {
    this.#hash = 0;
    this.#marks = 0;
    this.#last = 0;
  }
}

export const SPACE = 32;
