import { quotations } from '../../text/quotations.ts';
import { paragraphAt } from '../../text/paragraphs.ts';
import { sentences } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import { findAnchor, type Anchor } from './anchor.ts';
import type { CalendarDate } from './calendar.ts';
import { tenseAround, type Tense } from './tense.ts';

/** The last expression before another one, and the date it was read as. */
export interface Before {
  readonly span: Span;
  /** Null where it could not be read, or is no single day, month or year. */
  readonly date: CalendarDate | null;
  /** Whether it is a day with its month, read or not. */
  readonly isDay: boolean;
}

/** An article while its dates are read, from its beginning on. */
export class Context {
  readonly text: string;
  /** What is counted from; null where nothing tells. */
  readonly anchor: Anchor | null;
  /** The expression read last. */
  before: Before | null = null;
  readonly #sentences: readonly Span[];
  readonly #quotations: readonly Span[];
  readonly #surnames = new Map<string, boolean>();

  constructor(text: string, published: string | null) {
    this.text = text;
    this.anchor = findAnchor(text, published);
    this.#sentences = sentences(text);
    this.#quotations = quotations(text);
  }

  /** The article's date if it is known to the day. */
  get day(): Anchor | null {
    return this.anchor && this.anchor.date.day !== null ? this.anchor : null;
  }

  words({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  tense(span: Span): Tense | null {
    return tenseAround(this.text, this.sentence(span), span);
  }

  sentence(span: Span): Span {
    return this.#sentences[this.sentenceNumber(span)] ?? span;
  }

  /** Number of the sentence, from 0, that holds the beginning of a span. */
  sentenceNumber({ start }: Span): number {
    return paragraphAt(this.#sentences, start + 1);
  }

  isQuoted({ start, end }: Span): boolean {
    const quotation = this.#quotations[paragraphAt(this.#quotations, end)];
    return quotation !== undefined && quotation.start <= start && end <= quotation.end;
  }

  /** Whether the text has a person of this name: "Theresa May" where "May" stands. */
  hasSurname(month: string): boolean {
    let isSurname = this.#surnames.get(month);
    if (isSurname === undefined) {
      isSurname = surnames(month).test(this.text);
      this.#surnames.set(month, isSurname);
    }
    return isSurname;
  }
}

/** Words in capitals before a month that are no first names. */
const NO_NAMES =
  'In|On|By|Since|Until|Till|Last|Next|This|Early|Late|Mid|From|During|Before|After|And|Or|Of|The|To|For|That|Every|Between|Around|' +
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|March|April|June';

const surnames = (month: string): RegExp =>
  new RegExp(String.raw`(?<!\p{L})(?!(?:${NO_NAMES}) )\p{Lu}\p{Ll}{1,20}\.? ${month}(?!\p{L}| \d)`, 'u');
