import type { Span } from '../../../text/span.ts';
import type { ArticleView } from '../article-view.ts';
import { isDocument } from '../lexicon/documents.ts';
import { isFirstName } from '../lexicon/first-names.ts';
import { CALENDAR, DAYS, MAY_BE_NAMES, PARTICLES, SENTENCE_OPENERS } from '../lexicon/function-words.ts';
import { isPeoplePlural, isPlace } from '../lexicon/places.ts';
import { isTitle, singularRole } from '../lexicon/roles.ts';
import type { CapitalWord } from './capital-words.ts';

/** A further word of a name: one with a capital, or a particle and then one. */
const BEGINS_MORE = /^ (?:\p{Ll}{2,3} ){0,2}\p{Lu}/u;
const BEGINS_PLACE = /^New (?:York|Jersey|Hampshire|Mexico|Delhi|Zealand|Orleans|England|Haven)/;

/** Tells which words with a capital are parts of names, and which have it for another reason. */
export class NameWords {
  readonly #openings: ReadonlySet<CapitalWord>;
  /** Words that have a capital where nothing but being a name gives it. */
  readonly #known: ReadonlySet<string>;
  readonly #sources: ReadonlySet<string>;

  constructor(
    private readonly view: ArticleView,
    words: readonly CapitalWord[],
    sources: readonly Span[],
  ) {
    this.#openings = new Set(words.filter(({ start }) => view.opensSentence(start)));
    const inside = words.filter((word) => !this.#openings.has(word) && !view.isInTitle(word.start));
    this.#known = new Set(inside.map(({ key }) => key));
    this.#sources = new Set(sources.map(placeOf));
  }

  has(word: CapitalWord): boolean {
    const { key, start, isAcronym } = word;
    if (key === 'i' || DAYS.has(key) || this.#isGroup(word)) return false;
    if (CALENDAR.has(key) && isDate(this.view.text, word)) return false;
    if (SENTENCE_OPENERS.has(key) && !MAY_BE_NAMES.has(key) && !isAcronym) return false;
    if (this.view.isInTitle(start)) return this.#known.has(key);
    return !this.#openings.has(word) || isAcronym || this.#known.has(key) || this.#isNameAtStart(word);
  }

  /** Whether a name may consist of this word; at the start of a sentence, only if something tells that it is one. */
  mayStandAlone(word: CapitalWord): boolean {
    const { key, isAcronym } = word;
    if (!this.#openings.has(word) || isAcronym || this.#known.has(key)) return true;
    return isFirstName(key) || isPlace([key]) || this.#isSource(word);
  }

  #isNameAtStart(word: CapitalWord): boolean {
    const { key, start, end } = word;
    if (PARTICLES.has(key) || (CALENDAR.has(key) && isFirstName(key))) {
      return this.#isSource(word) || BEGINS_MORE.test(this.view.text.slice(end, end + 16));
    }
    if (SENTENCE_OPENERS.has(key) || CALENDAR.has(key)) {
      return this.#isSource(word) || BEGINS_PLACE.test(this.view.text.slice(start, start + 12));
    }
    if (isFirstName(key)) return true;
    if (this.#isSource(word)) return !this.view.hasInLowerCase(key) && !isCommonPlural(key) && !isDocument(key);
    return isTitle(key, true) || !(this.view.hasInLowerCase(key) || /.(?:ing|ed)$/.test(key));
  }

  #isSource(word: CapitalWord): boolean {
    return this.#sources.has(placeOf(word));
  }

  /** Several who are of one people, party or family: "Republicans", "the Clintons". */
  #isGroup({ key, start }: CapitalWord): boolean {
    if (isPeoplePlural(key.slice(Math.max(0, key.lastIndexOf('-') + 1)))) return true;
    const isPlural = key.endsWith('s') && this.#known.has(key.slice(0, -1));
    return isPlural && /the $/i.test(this.view.text.slice(Math.max(0, start - 4), start));
  }
}

const placeOf = ({ start, end }: Span): string => `${String(start)}:${String(end)}`;

/** Endings of nouns for several persons or things; a name that has one stands elsewhere in the text as well. */
const isCommonPlural = (key: string): boolean =>
  singularRole(key) !== null ||
  /(?:[eo]rs|ists|i?ans|[ae]nts|i?als|ions|ies|ings|men|people|ics|ages|ees|ites|ures|reds|isans)$/.test(key);

/** A month is one beside a number, or after a word such as "in"; otherwise it may be Theresa May. */
function isDate(text: string, { start, end }: CapitalWord): boolean {
  if (/^\.? ?\d/.test(text.slice(end, end + 3))) return true;
  return /(?:\d|[^\p{L}](?:in|of|since|until|last|next|this|by|early|late|mid|and|or|from|to|before|after|through|between)) ?$/iu.test(
    text.slice(Math.max(0, start - 9), start),
  );
}
