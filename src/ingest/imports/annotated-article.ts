import { SelectorIndex } from '../../anchor/find-selector.ts';
import { PageSelectorIndex } from '../../anchor/find-page-selector.ts';
import { selectorOfSpan } from '../../anchor/selector-of-span.ts';
import type { TextQuoteSelector } from '../../anchor/selector.ts';
import { VerbatimError } from '../../domain/errors.ts';
import type { RecordableArticle } from '../../store/review/recordable-article.ts';
import { CodePoints } from '../../text/code-points.ts';
import { isSubstantial, quotations } from '../../text/quotations.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { showNearest, showPlaces } from '../show-places.ts';
import type { AnnotationTarget } from './incoming-annotation.ts';

/** The current version of an article, in which what annotations select is looked for. */
export class AnnotatedArticle {
  readonly #exactly: SelectorIndex;
  readonly #pages: PageSelectorIndex;
  readonly #codePoints: CodePoints;
  readonly #textName: string;

  /** @param versionId of the current version */
  constructor(
    readonly article: RecordableArticle,
    private readonly versionId: string,
  ) {
    this.#exactly = new SelectorIndex(article.text);
    this.#pages = new PageSelectorIndex(this.#exactly);
    this.#codePoints = new CodePoints(article.text);
    this.#textName = `the current text of ${article.slug}`;
  }

  /**
   * The only place of words that were selected: by their position where this very version is named as their source, else by the words.
   *
   * @returns UTF-16 code units
   * @throws VerbatimError BAD_USER_INPUT when there is none, or more than one
   */
  locate({ sources, words }: AnnotationTarget): Span {
    const { exact, position } = words;
    if (position && sources[0] === `urn:uuid:${this.versionId}`) {
      const { start, end } = position;
      const there = this.#codePoints.slice(start, end);
      if (there === exact) return { start: this.#codePoints.toUtf16(start), end: this.#codePoints.toUtf16(end) };
      throw refused(
        `${shown(exact)} does not stand at code points ${String(start)} to ${String(end)} of ${this.#textName}: there is ${shown(there)}.`,
      );
    }
    const { fitting, standing } = this.#pages.find(words);
    const [only] = fitting;
    if (only && fitting.length === 1) return only;
    const { text } = this.article;
    if (standing.length === 0) {
      throw refused(`${shown(exact)} does not stand in ${this.#textName}.${showNearest(text, exact)}`);
    }
    throw refused(
      only
        ? `${shown(exact)} stands in ${String(fitting.length)} places of ${this.#textName}, and nothing tells which one is meant. Select more words:${showPlaces(text, fitting)}`
        : `${shown(exact)} stands in ${this.#textName}, but not between the words that the annotation has around it, or within longer words:${showPlaces(text, standing)}`,
    );
  }

  /**
   * A selector that finds a place and no other.
   *
   * @throws VerbatimError BAD_USER_INPUT when there is none
   */
  selector(span: Span): TextQuoteSelector {
    const selector = selectorOfSpan(this.#exactly, span);
    if (selector) return selector;
    const { text } = this.article;
    throw refused(
      `${shown(text.slice(span.start, span.end))} begins or ends within a word of ${this.#textName}, or stands there many times in the same words:${showPlaces(text, [span])}`,
    );
  }

  /** Whether words stand in the text at all. */
  holds(words: string): boolean {
    return this.#exactly.find({ exact: words, prefix: '', suffix: '' }).length > 0;
  }

  /** Whether any of some words stand within quotation marks, as a part of four words or more. */
  isQuoted(spans: readonly Span[]): boolean {
    const { text } = this.article;
    const quoted = quotations(text).filter((quotation) => spans.some((span) => overlaps(span, quotation)));
    return quoted.some((quotation) => isSubstantial(text, quotation));
  }
}

const refused = (message: string): VerbatimError => new VerbatimError('BAD_USER_INPUT', message);

/** So many UTF-16 code units of words are shown. */
const LONGEST_SHOWN = 200;

const shown = (words: string): string =>
  JSON.stringify(words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words);
