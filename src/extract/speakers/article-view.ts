import { paragraphs } from '../../text/paragraphs.ts';
import { quotations } from '../../text/quotations.ts';
import { sentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { isTitleCase } from './names/title-case.ts';
import { leadingCount } from '../../text/leading-count.ts';

/** So many different words in lower case are remembered of an article. */
const MOST_WORDS = 50_000;
const LOWER_CASE_WORD = /(?<![\p{L}\p{M}\p{N}'’])\p{Ll}[\p{L}\p{M}]{0,40}/gu;

/** A text with what is asked of it again and again. Offsets are UTF-16. */
export class ArticleView {
  readonly sentences: readonly Span[];
  readonly quotations: readonly Span[];
  readonly #paragraphs: readonly Span[];
  readonly #titles: readonly boolean[];
  readonly #lowerCase = new Set<string>();

  constructor(readonly text: string) {
    this.sentences = sentences(text);
    this.quotations = quotations(text);
    this.#paragraphs = paragraphs(text);
    this.#titles = this.#paragraphs.map(({ start, end }) => isTitleCase(text.slice(start, end)));
    for (const [word] of text.matchAll(LOWER_CASE_WORD)) {
      if (this.#lowerCase.size >= MOST_WORDS) break;
      this.#lowerCase.add(word);
    }
  }

  /** Whether the text has a word without a capital anywhere. */
  hasInLowerCase(key: string): boolean {
    return this.#lowerCase.has(key);
  }

  /** Number of the last sentence that begins at a place or before it; 0 where none does. */
  sentenceAt(utf16: number): number {
    return Math.max(0, lastStarting(this.sentences, utf16));
  }

  paragraphAt(utf16: number): number {
    return Math.max(0, lastStarting(this.#paragraphs, utf16));
  }

  /** Whether a place stands in a heading that gives most words a capital, so that capitals tell nothing. */
  isInTitle(utf16: number): boolean {
    return this.#titles[this.paragraphAt(utf16)] ?? false;
  }

  /** The words in quotation marks that hold a place; null outside of them. */
  quotationAt(utf16: number): Span | null {
    const quotation = this.quotations[lastStarting(this.quotations, utf16)];
    return quotation && utf16 < quotation.end ? quotation : null;
  }

  /** Whether nothing but marks stands between the start of the sentence, or an opening mark, and a place. */
  opensSentence(utf16: number): boolean {
    const start = this.sentences[this.sentenceAt(utf16)]?.start ?? 0;
    if (utf16 - start < 8 && !/[\p{L}\p{N}]/u.test(this.text.slice(start, utf16))) return true;
    const before = this.text.slice(Math.max(0, utf16 - 3), utf16);
    return /[“„«‘]$|(?:^|[\s(—-])["']$|[:•|]\s$/u.test(before);
  }
}

/** Index of the last span that starts at a place or before it; -1 where none does. */
const lastStarting = (spans: readonly Span[], utf16: number): number =>
  leadingCount(spans, ({ start }) => start <= utf16) - 1;
