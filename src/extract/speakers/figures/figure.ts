import type { ActorKind } from '../../../domain/vocabulary.ts';
import { bySpan, type Span } from '../../../text/span.ts';
import { type Gender, mayAgree } from '../gender.ts';
import type { NameMention } from '../names/name-mention.ts';

/** So many are kept of one figure; no article has as many. */
const MOST_DESCRIPTIONS = 500;
/** So many of its places are asked for the words of its names. */
const MOST_NAMES = 30;

/** Somebody or something that an article tells of; those that speak become its actors. */
export class Figure {
  readonly names: NameMention[] = [];
  /** What it is called where it is not named; kept in order of text, each place once. */
  readonly descriptions: Span[] = [];
  /** Offices and parts that the text gives it, by their common word: "senator", "chair". */
  readonly roles = new Set<string>();
  /** Words in lower case that stand with its offices: "florida", "defense". */
  readonly attributes = new Set<string>();
  isPlural = false;
  /** Whether a source left unnamed is one person. */
  isSomebody = false;
  #gender: Gender | null = null;

  /** @param key what figures of this kind are told apart by: the words of the name, or of the description */
  constructor(
    readonly key: string,
    readonly kind: ActorKind,
  ) {}

  get gender(): Gender | null {
    return this.#gender;
  }

  /** Keeps the first gender that the text tells. */
  learnGender(gender: Gender | null): void {
    this.#gender ??= gender;
  }

  mayBe(gender: Gender | null): boolean {
    return mayAgree(this.#gender, gender);
  }

  /** Whether "he" and "she" may stand for it. */
  get isPersonal(): boolean {
    return this.kind === 'PERSON' || (this.isSomebody && !this.isPlural);
  }

  /** Words of its names; of one with very many places, those of the first. */
  get nameWords(): readonly (readonly string[])[] {
    return this.names.slice(0, MOST_NAMES).map(({ keys }) => keys);
  }

  describe(span: Span): void {
    if (this.descriptions.length >= MOST_DESCRIPTIONS) return;
    const after = this.descriptions.findIndex((other) => bySpan(span, other) <= 0);
    if (after < 0) this.descriptions.push(span);
    else if (bySpan(span, this.descriptions[after] ?? span) !== 0) this.descriptions.splice(after, 0, span);
  }
}
