import type { Span } from '../../text/span.ts';
import type { ArticleActor } from '../speakers/article-actor.ts';
import type { ResolvedSpeakers } from '../speakers/resolve-speakers.ts';
import type { ExtractedHop } from '../extraction.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';

/** News agencies, by the words that name them. */
const WIRE =
  /\b(?:Reuters|Associated Press|A\.?P\.?|A\.?F\.?P\.?|Agence France-Presse|Tass|TASS|Itar-Tass|Interfax|RIA Novosti|Xinhua|KCNA|Yonhap|DPA|dpa|ANSA|EFE|Kyodo|UPI|United Press International)\b|\b[Nn]ews [Aa]genc(?:y|ies)\b|\b(?:newswire|wire service)\b/u;
/** Longer chains are cut to their innermost links. */
const LONGEST = 6;

/** What the chain of an attribution is made of. */
export interface ChainParts {
  readonly attributions: readonly Attribution[];
  readonly parents: readonly (number | null)[];
  /** Speakers of the attributions, then those of the addressees. */
  readonly resolved: ResolvedSpeakers;
  /** For an attribution with an addressee, the words that name it, and its place behind the attributions in `resolved.speakers`. */
  readonly addressees: ReadonlyMap<number, { readonly at: number; readonly span: Span }>;
}

/** Who told whom, from the article inwards; empty where no word tells that anybody does. */
export function chainOf(index: number, parts: ChainParts): ExtractedHop[] {
  const speaker = hopsOf(index, parts, true);
  if (speaker.length === 0) return [];
  const hops = [...speaker];
  for (let at = parts.parents[index] ?? null; at !== null && hops.length < LONGEST; at = parts.parents[at] ?? null) {
    hops.unshift(...hopsOf(at, parts, false));
  }
  // Somebody who is named twice on the way is one link: the one nearer to the words.
  return hops.filter(({ actor }, place) => hops.findLastIndex((other) => other.actor === actor) === place);
}

function hopsOf(index: number, { attributions, resolved, addressees }: ChainParts, isLast: boolean): ExtractedHop[] {
  const attribution = attributions[index];
  const speaker = resolved.speakers[index];
  if (!attribution) return [];
  if (!speaker) {
    const cue = attribution.cue[0];
    return isLast && cue ? [{ actor: null, role: 'SPEAKER', source: null, cue }] : [];
  }
  const addressee = addressees.get(index);
  const outlet = resolved.speakers[addressee?.at ?? -1];
  const own: ExtractedHop = {
    actor: speaker.actor,
    role: isLast ? 'SPEAKER' : roleOf(resolved.actors[speaker.actor]),
    source: attribution.source[0] ?? null,
    cue: attribution.cue[0] ?? null,
  };
  if (!addressee || !outlet || resolved.actors[outlet.actor]?.kind !== 'OUTLET') return [own];
  const told: ExtractedHop = {
    actor: outlet.actor,
    role: roleOf(resolved.actors[outlet.actor]),
    source: addressee.span,
    cue: attribution.cue[0] ?? null,
  };
  return [told, own];
}

function roleOf(actor: ArticleActor | undefined): 'OUTLET' | 'WIRE' | 'REPORTER' {
  if (actor && WIRE.test(actor.name)) return 'WIRE';
  return actor?.kind === 'OUTLET' ? 'OUTLET' : 'REPORTER';
}
