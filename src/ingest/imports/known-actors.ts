import { VerbatimError } from '../../domain/errors.ts';
import { nameKey } from '../../domain/name-key.ts';
import type { ActorRecord } from '../../domain/records.ts';
import type { StoredActor } from '../../store/review/stored-for-import.ts';
import type { NamedActor } from './incoming-annotation.ts';

/** The actors of a store that annotations may name, with those that the annotations before them have introduced. */
export class KnownActors {
  readonly #bySlug: Map<string, Pick<StoredActor, 'name' | 'kind'>>;
  readonly #into: ReadonlyMap<string, string | null>;

  constructor(stored: readonly StoredActor[]) {
    this.#bySlug = new Map(stored.map((actor) => [actor.slug, actor]));
    this.#into = new Map(stored.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  }

  /**
   * Whether there is an actor of this slug.
   *
   * @throws VerbatimError BAD_USER_INPUT when there is, and it is somebody else
   */
  has({ slug, described }: NamedActor): boolean {
    const known = this.#bySlug.get(slug);
    if (!known) return false;
    if (described === null) return true;
    const key = nameKey(described.name, described.kind);
    const isNamedSo = known.name === described.name || (key !== null && key === nameKey(known.name, known.kind));
    if (isNamedSo && known.kind === described.kind) return true;
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `the actor ${slug} is ${JSON.stringify(described.name)} (${described.kind}) in the file, and ${JSON.stringify(known.name)} (${known.kind}) in this store.`,
    );
  }

  add(actors: readonly ActorRecord[]): void {
    for (const { slug, name, kind } of actors) this.#bySlug.set(slug, { name, kind });
  }

  /** The id under which an actor stands. */
  standing(id: string): string {
    return this.#into.get(id) ?? id;
  }
}
