import type { ActorKind } from '../../../domain/vocabulary.ts';
import type { Gender } from '../gender.ts';
import { genderOfFirstName } from '../lexicon/first-names.ts';
import type { NameMention } from '../names/name-mention.ts';
import { kindOfName, withoutSuffix } from './kind-of-name.ts';

/** A spelling of a name with all places where it stands. */
export interface Form {
  readonly keys: readonly string[];
  readonly mentions: readonly NameMention[];
  readonly kind: ActorKind;
  /** Whether it is the name in full, which others are short for. */
  readonly isFull: boolean;
}

/** The different spellings of the names of an article, in order of their first places. */
export function formsOf(mentions: readonly NameMention[]): Form[] {
  const byKey = new Map<string, NameMention[]>();
  for (const mention of mentions) {
    const key = mention.keys.join(' ');
    const same = byKey.get(key);
    if (same) same.push(mention);
    else byKey.set(key, [mention]);
  }
  return [...byKey.values()].flatMap((same): Form[] => {
    const keys = same[0]?.keys ?? [];
    const kind = kindOfName(keys, same);
    return [{ keys, mentions: same, kind, isFull: withoutSuffix(keys).length > 1 }];
  });
}

/** The gender that a form's first name or honorifics tell; null where they tell none. */
export function genderOf({ kind, isFull, keys, mentions }: Form): Gender | null {
  if (kind !== 'PERSON') return null;
  const told = mentions.find(({ gender }) => gender !== null)?.gender ?? null;
  return told ?? (isFull ? genderOfFirstName(keys[0] ?? '') : null);
}
