import { nameKey } from '../domain/name-key.ts';
import type { ActorKind } from '../domain/vocabulary.ts';
import type { KnownActor } from '../store/known.ts';

/** What makes an actor of an article one that is known. */
export interface ActorMatch {
  readonly intoId: string;
  /** For people who review it. */
  readonly reason: string;
}

/** Persons are told by two names at least: of one family name there are many. */
const FEWEST_WORDS: Partial<Readonly<Record<ActorKind, number>>> = { PERSON: 2 };

/**
 * The known actor that an actor of an article is, by the evidence of one full name that exactly one actor of its kind bears; null
 * where the name is too short to tell, nobody bears it, or several do: then a person has to say.
 *
 * @param known actors by the key of their names
 */
export function matchActor(
  { name, kind }: { readonly name: string; readonly kind: ActorKind },
  known: ReadonlyMap<string, readonly KnownActor[]>,
): ActorMatch | null {
  const key = nameKey(name, kind);
  if (key === null || key.split(' ').length < (FEWEST_WORDS[kind] ?? 1)) return null;
  const bearers = new Map((known.get(key) ?? []).map((actor) => [actor.id, actor]));
  const [bearer, other] = bearers.values();
  if (!bearer || other || bearer.kind !== kind) return null;
  return {
    intoId: bearer.id,
    reason: `The name ${JSON.stringify(name)} is that of ${bearer.name}, and of nobody else here.`,
  };
}
