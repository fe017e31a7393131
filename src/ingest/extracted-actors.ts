import { identify } from '../domain/identity.ts';
import { nameKey } from '../domain/name-key.ts';
import type { ActorMentionRecord, ActorMergeRecord, ActorRecord } from '../domain/records.ts';
import { slugOf } from '../domain/slug.ts';
import type { KnownActor, KnownArticle } from '../store/known.ts';
import { matchActor } from './match-actors.ts';

/** What is known before an article is recorded. */
export interface Surroundings {
  /** The article itself, if it is known. */
  readonly article: KnownArticle | undefined;
  /** Its slug, which nobody else has. */
  readonly slug: string;
  /** By the key of their names. */
  readonly actors: ReadonlyMap<string, readonly KnownActor[]>;
  readonly takenActorSlugs: ReadonlySet<string>;
}

/** The actors of an article that is being recorded: those that are new, of which known ones they are another sight, and where they are named. */
export class ExtractedActors {
  readonly #added = new Map<string, ActorRecord>();
  readonly #merges: ActorMergeRecord[] = [];
  readonly #mentions = new Map<string, ActorMentionRecord>();
  /** Actors of the version before that are found again. */
  readonly #again = new Set<string>();

  constructor(private readonly surroundings: Surroundings) {}

  get added(): ActorRecord[] {
    return [...this.#added.values()];
  }

  get merges(): readonly ActorMergeRecord[] {
    return this.#merges;
  }

  get mentions(): ActorMentionRecord[] {
    return [...this.#mentions.values()];
  }

  /**
   * An actor of this article alone, and of which known one it is another sight.
   *
   * @returns its id; that of the version before where this found it already
   */
  find(name: string, kind: ActorRecord['kind']): string {
    const { slug: articleSlug, article, actors } = this.surroundings;
    const key = nameKey(name, kind);
    const own = article?.actors.find(
      (actor) =>
        !this.#again.has(actor.id) &&
        actor.kind === kind &&
        (key === null ? actor.name === name : actor.nameKey === key),
    );
    if (own) {
      // Each once: two sources of the same words were two, and stay it.
      this.#again.add(own.id);
      return own.id;
    }
    const match = matchActor({ name, kind }, actors);
    const base = slugOf(name);
    const ofArticle = `${base}-in-${articleSlug}`;
    let slug = match || kind === 'UNNAMED' || this.#isTaken(base) ? ofArticle : base;
    for (let number = 2; this.#isTaken(slug); number++) slug = `${ofArticle}-${String(number)}`;
    const id = this.#add(slug, name, kind);
    if (match) this.#merges.push({ actorId: id, ...match, origin: 'EXTRACTED' });
    return id;
  }

  /** Whoever writes what tells no author. */
  unnamedWriter(title: string): string {
    return this.#add(`unnamed-writer-of-${this.surroundings.slug}`, `Unnamed writer of “${title}”`, 'UNNAMED');
  }

  /** Whoever says what the text gives to nobody. */
  untold(): string {
    return this.#add(`untold-source-of-${this.surroundings.slug}`, 'a source that the text does not tell', 'UNNAMED');
  }

  mention(actorId: string, quoteId: string, kind: ActorMentionRecord['kind']): void {
    this.#mentions.set(`${actorId} ${quoteId} ${kind}`, { actorId, quoteId, kind });
  }

  #add(slug: string, name: string, kind: ActorRecord['kind']): string {
    const id = identify('Actor', slug);
    this.#added.set(id, { id, slug, name, kind, nameKey: nameKey(name, kind) });
    return id;
  }

  #isTaken(slug: string): boolean {
    const { article, takenActorSlugs } = this.surroundings;
    return (
      takenActorSlugs.has(slug) ||
      this.#added.has(identify('Actor', slug)) ||
      (article?.actors.some((actor) => actor.slug === slug) ?? false)
    );
  }
}
