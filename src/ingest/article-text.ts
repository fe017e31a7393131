import { SelectorIndex } from '../anchor/find-selector.ts';
import { quoteOfSpan } from '../anchor/quote-of-span.ts';
import { identify } from '../domain/identity.ts';
import type { QuoteRecord, VersionRecord } from '../domain/records.ts';
import { sha256 } from '../domain/sha256.ts';
import { CodePoints } from '../text/code-points.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { isSubstantial, quotations } from '../text/quotations.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** One version of an article while it is recorded: its text, its parts, and the quotes taken from it so far. */
export class ArticleText {
  readonly articleId: string;
  readonly version: VersionRecord;
  readonly selectors: SelectorIndex;
  /** UTF-16 code units, like all spans here. */
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Span[];
  /** Those of four words or more. */
  readonly quotations: readonly Span[];

  readonly #codePoints: CodePoints;
  readonly #quotes = new Map<string, QuoteRecord>();

  /** @param number the version's number, from 1 */
  constructor(
    slug: string,
    number: number,
    readonly text: string,
  ) {
    this.#codePoints = new CodePoints(text);
    this.selectors = new SelectorIndex(text);
    this.paragraphs = paragraphs(text);
    this.sentences = sentences(text);
    this.quotations = quotations(text).filter((quotation) => isSubstantial(text, quotation));
    this.articleId = identify('Article', slug);
    const hash = sha256(text);
    this.version = {
      id: identify('ArticleVersion', this.articleId, number, hash),
      articleId: this.articleId,
      number,
      text,
      length: this.#codePoints.length,
      lengthUtf16: text.length,
      sha256: hash,
      sentenceStarts: this.sentences.map(({ start }) => this.#codePoints.fromUtf16(start)),
      sentenceEnds: this.sentences.map(({ end }) => this.#codePoints.fromUtf16(end)),
      quotationStarts: this.quotations.map(({ start }) => this.#codePoints.fromUtf16(start)),
      quotationEnds: this.quotations.map(({ end }) => this.#codePoints.fromUtf16(end)),
    };
  }

  /** The quotes taken so far, in the order of the text. */
  get quotes(): readonly QuoteRecord[] {
    return [...this.#quotes.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** The quote of a span of the text; the same span is the same quote. */
  quote(span: Span): QuoteRecord {
    const quote = quoteOfSpan(this.version, this.#codePoints, this.paragraphs, span);
    const known = this.#quotes.get(quote.id);
    if (known) return known;
    this.#quotes.set(quote.id, quote);
    return quote;
  }
}
