import type { ArticleView } from '../article-view.ts';
import { DROPPED_IN_SHORT, isOutletWord } from '../lexicon/institutions.ts';
import { isPlace } from '../lexicon/places.ts';
import { roleOf } from '../lexicon/roles.ts';
import { wordList } from '../lexicon/word-list.ts';
import type { NameMention } from '../names/name-mention.ts';
import type { Figure } from './figure.ts';
import type { Form } from './forms.ts';
import { withoutSuffix } from './kind-of-name.ts';
import { leadingCount } from '../../../text/leading-count.ts';

/** What a body is called for short with a capital: "the Department", "the Committee". */
const NAMES_BODY = wordList(
  'department committee commission agency ministry bureau board council club foundation institute university association union league',
);

/** So many figures with one surname are weighed against each other. */
const MOST_WEIGHED = 30;
/** A full name so many sentences before a short one is fresh in the reader's mind. */
const FRESH = 3;

/** Finds whom a short name means: "Mr. Trump", "Hillary", "the Times", "Goldman Sachs" for the Goldman Sachs Group. */
export class ShortNames {
  readonly #byLast = new Map<string, Figure[]>();
  readonly #byFirst = new Map<string, Figure[]>();
  readonly #bodies = new Map<string, Figure[]>();
  /** Where each figure is named in full, ascending. */
  readonly #places = new Map<Figure, readonly number[]>();

  /** @param figures those named in full, whose names are sorted */
  constructor(
    private readonly view: ArticleView,
    figures: readonly Figure[],
  ) {
    for (const figure of figures) {
      this.#places.set(
        figure,
        figure.names.map(({ start }) => start),
      );
      for (const keys of new Set(figure.names.map(({ keys }) => keys))) {
        if (figure.kind === 'PERSON') this.#addPerson(figure, withoutSuffix(keys));
        else this.#addBody(figure, keys);
      }
    }
  }

  /** The figure that a short name means in one place; null where it is short for none. */
  find(form: Form, mention: NameMention): Figure | null {
    const key = form.keys.join(' ');
    const isPlaceName = mention.isLocative && isPlace(form.keys);
    if (!isPlaceName && !(mention.hasArticle && mention.titles.length === 0)) {
      const person = this.#nearest(this.#byLast.get(key), mention) ?? this.#nearest(this.#byFirst.get(key), mention);
      if (person) return person;
    }
    if (mention.titles.length > 0) return null;
    return this.#nearest(this.#bodies.get(key), mention);
  }

  #addPerson(figure: Figure, keys: readonly string[]): void {
    for (let from = 1; from < keys.length; from++) add(this.#byLast, keys.slice(from).join(' '), figure);
    for (let to = 1; to < keys.length; to++) add(this.#byFirst, keys.slice(0, to).join(' '), figure);
  }

  /** "The Post" for the Washington Post, and a company without its "Inc."; never a place for what is named after it. */
  #addBody(figure: Figure, keys: readonly string[]): void {
    const last = keys.at(-1) ?? '';
    if (figure.kind === 'OUTLET' && isOutletWord(last)) add(this.#bodies, last, figure);
    if (figure.kind === 'ORGANIZATION') for (const key of keys) if (NAMES_BODY.has(key)) add(this.#bodies, key, figure);
    for (let to = keys.length - 1; to > 0 && DROPPED_IN_SHORT.has(keys[to] ?? ''); to--) {
      const short = keys.slice(0, to);
      if (!isPlace(short)) add(this.#bodies, short.join(' '), figure);
    }
  }

  /**
   * Of several figures that a short name fits, the one that the text has most often in full, unless another was named in
   * full just before. Whoever is of another gender than "Mr." or "Ms." tells is left out.
   */
  #nearest(figures: readonly Figure[] | undefined, mention: NameMention): Figure | null {
    const fitting = figures?.filter((figure) => figure.mayBe(mention.gender)) ?? [];
    const told = fitting.filter((figure) => mention.gender !== null && figure.gender === mention.gender);
    const [first, ...others] = told.length > 0 ? told : fitting;
    if (!first) return null;
    if (others.length === 0) return first;
    return others.reduce(
      (best, other) => (this.#weight(other, mention) > this.#weight(best, mention) ? other : best),
      first,
    );
  }

  #weight(figure: Figure, { start, titles }: NameMention): number {
    const places = this.#places.get(figure) ?? [];
    const before = places[countBelow(places, start) - 1];
    const distance = before === undefined ? Infinity : this.view.sentenceAt(start) - this.view.sentenceAt(before);
    const freshness = distance <= 1 ? 2 : distance <= FRESH ? 1 : Number.isFinite(distance) ? 0.5 : 0;
    const hasTitle = titles.some((title) => figure.roles.has(roleOf(title)));
    return Math.log2(1 + places.length) + freshness + (hasTitle ? 3 : 0);
  }
}

/** How many of ascending numbers are smaller than a bound. */
const countBelow = (ascending: readonly number[], bound: number): number =>
  leadingCount(ascending, (number) => number < bound);

function add(map: Map<string, Figure[]>, key: string, figure: Figure): void {
  const known = map.get(key);
  if (!known) map.set(key, [figure]);
  else if (known.length < MOST_WEIGHED && !known.includes(figure)) known.push(figure);
}
