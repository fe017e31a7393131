import { GapSignature, MARKS, SPACE } from './gap.ts';
import { isAbbreviation } from './lexicon.ts';
import type { QuotedWords } from './quoted-words.ts';

const LETTER = /[\p{L}\p{N}]/u;
const CAPITAL = /[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
const WHITE = /\s/;
const TERMINATORS = '.!?…';
/** Longer words are no abbreviations. */
const LONGEST_ABBREVIATION = 6;
const QUOTE = 34;
const SINGLE_OPEN = 96;
const SINGLE_CLOSE = 39;
const DASH = 8212;

/** What stands between two words. */
interface Gap {
  readonly marks: number;
  readonly signature: number;
  readonly endsSentence: boolean;
  readonly endsParagraph: boolean;
}

/** Reads what stands between words from the first to the last, and keeps account of open quotations. */
export class GapReader {
  readonly #text: string;
  readonly #quotations: { first: number; after: number; isClosed: boolean }[] = [];
  readonly #signature = new GapSignature();
  #open = -1;
  #marks = 0;
  #word = 0;
  isSingleOpen = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Number of the quotation that is open now, or -1. */
  get openQuotation(): number {
    return this.#open;
  }

  /** Reads from one offset to another, where the word of that number begins. */
  read(from: number, to: number, word: number): Gap {
    this.#signature.reset();
    this.#marks = 0;
    this.#word = word;
    let terminator = -1;
    for (let at = from; at < to; at++) {
      const code = this.#text.charCodeAt(at);
      if (terminator < 0 && TERMINATORS.includes(this.#text[at] ?? '')) terminator = at;
      if (code === SINGLE_CLOSE && this.#text.charCodeAt(at + 1) === SINGLE_CLOSE) this.#double(at++, 2);
      else this.#mark(code, at);
    }
    if (to === this.#text.length) this.#endParagraph();
    const endsParagraph = (this.#marks & MARKS.ENDS_PARAGRAPH) !== 0;
    const endsSentence = endsParagraph || (terminator >= 0 && this.#endsSentence(from, terminator, to));
    if (endsSentence) this.#marks |= MARKS.ENDS_SENTENCE;
    return { marks: this.#marks, signature: this.#signature.value, endsSentence, endsParagraph };
  }

  /** All quotations, once everything is read. */
  finish(count: number): readonly QuotedWords[] {
    this.#word = count;
    this.#endParagraph();
    return this.#quotations;
  }

  #mark(code: number, at: number): void {
    switch (code) {
      case 10:
        this.#endParagraph();
        return;
      case QUOTE:
        this.#double(at, 1);
        return;
      case 8220: // “
      case 8222: // „
      case 171: // «
        this.#openDouble();
        return;
      case 8221: // ”
      case 187: // »
        this.#closeDouble();
        return;
      case 8216: // ‘
        this.#single(at, true);
        return;
      case SINGLE_CLOSE:
      case 8217: // ’
        this.#single(at, code === SINGLE_CLOSE);
        return;
      default:
        this.#other(code, at);
    }
  }

  #other(code: number, at: number): void {
    const character = this.#text[at] ?? '';
    if (code <= 32 || WHITE.test(character)) {
      this.#marks |= MARKS.SPACE;
      this.#signature.add(SPACE);
      return;
    }
    const isDash = (code >= 8210 && code <= 8213) || (code === 45 && !LETTER.test(this.#text[at + 1] ?? ' '));
    this.#signature.add(isDash ? DASH : code);
    if (isDash) this.#marks |= MARKS.DASH;
    else if (character === ',') this.#marks |= MARKS.COMMA;
    else if (character === ':') this.#marks |= MARKS.COLON;
    else if ('()[]'.includes(character)) this.#marks |= MARKS.BRACKET;
    else if (character !== '-' && character !== '.') this.#marks |= MARKS.OTHER;
  }

  /** A mark that both opens and closes: it closes what is open, unless it stands like one that opens again. */
  #double(at: number, length: number): void {
    const before = this.#text[at - 1] ?? ' ';
    const behind = this.#text[at + length] ?? ' ';
    const opensHere = !LETTER.test(before) && !WHITE.test(behind);
    const isAfterSpace = WHITE.test(before) || '(['.includes(before);
    if (this.#open >= 0 ? isAfterSpace && LETTER.test(behind) : opensHere) this.#openDouble();
    else this.#closeDouble();
  }

  #openDouble(): void {
    this.#endQuotation(false);
    this.#marks |= MARKS.OPENS_QUOTATION;
    this.#signature.add(QUOTE);
    this.#open = this.#quotations.length;
    this.#quotations.push({ first: this.#word, after: this.#word, isClosed: false });
  }

  #closeDouble(): void {
    this.#marks |= MARKS.CLOSES_QUOTATION;
    this.#signature.add(QUOTE + 1000);
    this.#endQuotation(true);
  }

  #endQuotation(isClosed: boolean): void {
    const open = this.#quotations[this.#open];
    this.#open = -1;
    if (!open) return;
    open.after = this.#word;
    open.isClosed = isClosed;
  }

  #single(at: number, mayOpen: boolean): void {
    const isAfterWord = LETTER.test(this.#text[at - 1] ?? ' ');
    const isBeforeWord = LETTER.test(this.#text[at + 1] ?? ' ');
    if (mayOpen && !this.isSingleOpen && !isAfterWord && isBeforeWord) {
      this.isSingleOpen = true;
      this.#marks |= MARKS.OPENS_SINGLE;
      this.#signature.add(SINGLE_OPEN);
    } else {
      if (this.isSingleOpen && !isBeforeWord) {
        this.isSingleOpen = false;
        this.#marks |= MARKS.CLOSES_SINGLE;
      }
      this.#signature.add(SINGLE_CLOSE);
    }
  }

  #endParagraph(): void {
    this.#endQuotation(false);
    this.isSingleOpen = false;
    this.#marks |= MARKS.ENDS_PARAGRAPH;
  }

  #endsSentence(from: number, terminator: number, to: number): boolean {
    if ((this.#marks & MARKS.SPACE) === 0) return false;
    const opens = (this.#marks & (MARKS.OPENS_QUOTATION | MARKS.OPENS_SINGLE)) !== 0;
    if (!opens && !CAPITAL.test(String.fromCodePoint(this.#text.codePointAt(to) ?? 32))) return false;
    if (terminator !== from || this.#text[terminator] !== '.') return true;
    return !this.#isShort(from);
  }

  /** Whether the word that ends at an offset is an abbreviation or an initial. */
  #isShort(end: number): boolean {
    let start = end;
    while (end - start <= LONGEST_ABBREVIATION && LETTER.test(this.#text[start - 1] ?? ' ')) start--;
    const word = this.#text.slice(start, end);
    return (word.length === 1 && CAPITAL.test(word)) || isAbbreviation(word.toLowerCase());
  }
}
