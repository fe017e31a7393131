import { narrowest } from '../anchor/find-selector.ts';
import { parseSelector, type Selector } from '../anchor/selector.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { WrittenSelector } from './annotation-format.ts';
import type { ArticleText } from './article-text.ts';
import type { Problems } from './problems.ts';
import { showNearest, showPlaces } from './show-places.ts';

/** Finds the places of written selectors in one article, and says what is wrong with those that have none. */
export class Locator {
  constructor(
    readonly article: ArticleText,
    /** How messages name the text: "corpus/000_ffd23a86960ed246.txt". */
    private readonly textName: string,
    private readonly problems: Problems,
  ) {}

  /** The only place of a selector, or null after saying what is wrong. */
  one(written: WrittenSelector, place: string): Span | null {
    return this.#only(this.all(written, place), written, place);
  }

  /**
   * The place of words that tell of a content (who said it, that they said it, when): the nearest to it decides, and
   * words of the content itself only count where there are no others.
   */
  near(written: WrittenSelector, content: readonly Span[], place: string): Span | null {
    const { sentences, paragraphs } = this.article;
    const around = (spans: readonly Span[]) => spans.filter((span) => content.some((part) => overlaps(span, part)));
    const own = around(paragraphs);
    const neighbours = [-1, 0, 1].flatMap((step) =>
      own.flatMap((span) => paragraphs[paragraphs.indexOf(span) + step] ?? []),
    );
    const found = narrowest(this.all(written, place), [around(sentences), own, neighbours]);
    const outside = found.filter((span) => !content.some((part) => overlaps(span, part)));
    return this.#only(outside.length > 0 ? outside : found, written, place);
  }

  /** Every place of a selector; none after saying so. */
  all(written: WrittenSelector, place: string): readonly Span[] {
    const selector = toSelector(written);
    if (!selector) {
      this.problems.add(place, `${shown(written)} is no selector: [[ and ]] must stand once each, around some words.`);
      return [];
    }
    const found = this.article.selectors.find(selector);
    if (found.length === 0) this.problems.add(place, this.#notFound(selector, written));
    return found;
  }

  #only(found: readonly Span[], written: WrittenSelector, place: string): Span | null {
    if (found.length > 1) this.problems.add(place, this.#ambiguous(found, written));
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  #notFound(selector: Selector, written: WrittenSelector): string {
    const words = 'from' in selector ? selector.from : selector.prefix + selector.exact + selector.suffix;
    return `${shown(written)} does not stand in ${this.textName}.${showNearest(this.article.text, words)}`;
  }

  #ambiguous(found: readonly Span[], written: WrittenSelector): string {
    return (
      `${shown(written)} stands in ${String(found.length)} places of ${this.textName}. ` +
      `Tell which one by the words around it, as in "before [[words]] after":${showPlaces(this.article.text, found)}`
    );
  }
}

function toSelector(written: WrittenSelector): Selector | null {
  // In the long form brackets are words like any others: that is what it is for.
  return typeof written === 'string' ? parseSelector(written) : written;
}

function shown(written: WrittenSelector): string {
  if (typeof written === 'string') return JSON.stringify(written);
  return 'from' in written
    ? `from ${JSON.stringify(written.from)} to ${JSON.stringify(written.to)}`
    : JSON.stringify(written.prefix + written.exact + written.suffix);
}
