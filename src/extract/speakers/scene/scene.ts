import type { Span } from '../../../text/span.ts';
import type { ActorKind } from '../../../domain/vocabulary.ts';
import type { ArticleView } from '../article-view.ts';
import { clusterNames } from '../figures/cluster-names.ts';
import { describePersons } from '../figures/describe-persons.ts';
import { Figure } from '../figures/figure.ts';
import type { NameMention } from '../names/name-mention.ts';
import { describe, type Description } from '../sources/description.ts';
import { NameIndex } from '../sources/name-index.ts';
import { phraseWords } from '../sources/phrase-words.ts';
import { groups } from './groups.ts';
import { isSubject } from './is-subject.ts';
import { genderOfPronoun, isNominative, personalPronouns } from './pronouns.ts';
import { type Candidate, Timeline, WEIGHTS } from './timeline.ts';

/** So many with one office, or left unnamed with one noun, are told apart. */
const MOST_ALIKE = 200;
/** Whoever leads by so much is surely meant, and the pronoun tells the gender. */
const SURE_LEAD = 1.6;
/** Somebody named whose gender nothing tells is that much less likely to be "he" or "she", and somebody left unnamed still less. */
const UNKNOWN_GENDER = 0.8;
const UNNAMED_PERSON = 0.6;

/** What the reader of an article knows at a place: who was named, described, and spoke up to there. */
export class Scene {
  readonly names: NameIndex;
  readonly timeline: Timeline;
  readonly #owners: ReadonlyMap<NameMention, Figure>;
  readonly #described = new Map<string, Figure>();
  readonly #byHead = new Map<string, Figure[]>();
  readonly #byRole = new Map<string, Figure[]>();
  readonly #pronouns = new Map<number, Candidate[]>();
  readonly #happenings: readonly { readonly at: number; readonly happen: () => void }[];
  #next = 0;

  constructor(
    readonly view: ArticleView,
    mentions: readonly NameMention[],
  ) {
    this.names = new NameIndex(mentions);
    this.#owners = clusterNames(view, mentions);
    this.timeline = new Timeline(view);
    describePersons(view, this.names, this.#owners);
    for (const figure of new Set(this.#owners.values())) {
      for (const role of figure.roles) if (this.withRole(role).length < MOST_ALIKE) append(this.#byRole, role, figure);
    }
    this.#happenings = [
      ...mentions.map((mention) => ({
        at: mention.start,
        happen: () => {
          this.#appear(mention);
        },
      })),
      ...personalPronouns(view.text)
        .filter(({ start }) => view.quotationAt(start) === null)
        .map((span) => ({
          at: span.start,
          happen: () => {
            this.#standsFor(span);
          },
        })),
      ...groups(view).map((span) => ({
        at: span.start,
        happen: () => {
          this.#gather(span);
        },
      })),
    ].sort((a, b) => a.at - b.at);
  }

  /** Reads on up to a place. Places are asked for in order of text. */
  readTo(utf16: number): void {
    for (let next = this.#happenings[this.#next]; next && next.at < utf16; next = this.#happenings[this.#next]) {
      this.#next++;
      next.happen();
    }
  }

  figureOf(mention: NameMention): Figure | null {
    return this.#owners.get(mention) ?? null;
  }

  /** Those whom the text gives an office. */
  withRole(role: string): readonly Figure[] {
    return this.#byRole.get(role) ?? [];
  }

  /** Sources left unnamed with a noun, those described last at the end. */
  withHead(head: string): readonly Figure[] {
    return this.#byHead.get(head)?.slice(-MOST_ALIKE) ?? [];
  }

  described(key: string): Figure | null {
    return this.#described.get(key) ?? null;
  }

  /** A new figure for a description, to which equal descriptions lead from now on. */
  introduce(key: string, kind: ActorKind, description: Description): Figure {
    const figure = new Figure(key, kind);
    figure.isPlural = description.isPlural;
    figure.isSomebody = description.isSomebody;
    this.#described.set(key, figure);
    append(this.#byHead, description.head, figure);
    return figure;
  }

  /** What equal descriptions share: without articles, and with whoever is meant by "his" or a name in the place of an owner. */
  keyOf({ owner, modifiers, head, complement }: Description): string {
    const whose = owner === null ? '' : this.#ownerKey(owner);
    return [whose, ...modifiers, head, ...complement].filter((word) => word !== '').join(' ');
  }

  /** Whose something is: the figure named, or meant by "his"; null where nobody is or it is not known who. */
  ownerOf({ owner }: Description): Figure | null {
    if (owner === null) return null;
    if (!('isPossessive' in owner)) return this.figureOf(owner);
    return this.personAt(owner)[0]?.figure ?? null;
  }

  /** Whom "he", "her" and the like may mean at a place, best first; asked for in order of text. */
  personAt(span: Span, except?: Figure | null): Candidate[] {
    const known = this.#pronouns.get(span.start);
    if (known) return known;
    const gender = genderOfPronoun(this.view.text.slice(span.start, span.end));
    if (gender === null) return [];
    const found = this.timeline
      .candidates(span.start, (figure) => figure.isPersonal && figure !== except && figure.mayBe(gender))
      .map(({ figure, score }) => ({
        figure,
        score: score * (figure.gender !== null ? 1 : figure.kind === 'PERSON' ? UNKNOWN_GENDER : UNNAMED_PERSON),
      }))
      .sort((a, b) => b.score - a.score);
    const [best, second] = found;
    if (best && best.score > SURE_LEAD * (second?.score ?? 0)) best.figure.learnGender(gender);
    this.#pronouns.set(span.start, found);
    return found;
  }

  #ownerKey(owner: NonNullable<Description['owner']>): string {
    const figure = 'isPossessive' in owner ? (this.personAt(owner)[0]?.figure ?? null) : this.figureOf(owner);
    return figure ? `#${figure.key}` : 'key' in owner ? owner.key : '';
  }

  #appear(mention: NameMention): void {
    const figure = this.figureOf(mention);
    if (!figure || mention.isInTitle) return;
    this.timeline.add({
      figure,
      at: mention.start,
      weight: isSubject(this.view.text, mention) ? WEIGHTS.SUBJECT : WEIGHTS.OTHER,
    });
  }

  #standsFor(span: Span): void {
    const figure = this.personAt(span)[0]?.figure;
    const weight = isNominative(this.view.text.slice(span.start, span.end)) ? WEIGHTS.SUBJECT : WEIGHTS.OTHER;
    if (figure) this.timeline.add({ figure, at: span.start, weight });
  }

  #gather(span: Span): void {
    const words = phraseWords(this.view.text, span);
    if (words.length === 0) return;
    const description = describe(words, this.names.within(span));
    const key = this.keyOf(description);
    const figure = this.described(key) ?? this.introduce(key, 'UNNAMED', description);
    this.timeline.add({ figure, at: span.start, weight: WEIGHTS.OTHER });
  }
}

function append(map: Map<string, Figure[]>, key: string, figure: Figure): void {
  const known = map.get(key);
  if (known) known.push(figure);
  else map.set(key, [figure]);
}
