import { describe } from '../speakers/sources/description.ts';
import { isOutletNoun } from '../speakers/lexicon/institutions.ts';
import { phraseWords } from '../speakers/sources/phrase-words.ts';
import type { ExtractedHop } from '../extraction.ts';
import type { FurtherSource, Part } from '../further-sources/further-source.ts';
import type { ArticleActor } from '../speakers/article-actor.ts';
import type { ResolvedSpeakers } from '../speakers/resolve-speakers.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';

/** News agencies, by the words that name them. */
const WIRE =
  /\b(?:Reuters|Associated Press|A\.?P\.?|A\.?F\.?P\.?|Agence France-Presse|Tass|TASS|Itar-Tass|Interfax|RIA Novosti|Xinhua|KCNA|Yonhap|DPA|dpa|ANSA|EFE|Kyodo|UPI|United Press International)\b|\b[Nn]ews [Aa]genc(?:y|ies)\b|\b(?:newswire|wire service)\b/u;
const ACCORDING_TO = /\baccording to\b/iu;
/** So many layers around the innermost one are looked at. */
const LONGEST = 6;

/** What the chain of an attribution is made of. */
export interface ChainParts {
  readonly text: string;
  readonly attributions: readonly Attribution[];
  readonly parents: readonly (number | null)[];
  /** For each attribution its further sources, each with its place in `resolved.speakers`, behind the attributions' own. */
  readonly further: readonly (readonly PlacedSource[])[];
  readonly resolved: ResolvedSpeakers;
}

export interface PlacedSource extends FurtherSource {
  readonly at: number;
}

/** A link whose role is told by its place in the chain. */
interface Link extends Omit<ExtractedHop, 'role'> {
  readonly part?: Part;
}

/** Who told whom, from the article inwards; empty where no word tells that anybody does. */
export function chainOf(index: number, parts: ChainParts): ExtractedHop[] {
  const own = linksOf(index, parts);
  if (own.length === 0) {
    const cue = parts.attributions[index]?.cue[0];
    if (!cue) return [];
    own.push({ actor: null, source: null, cue });
  }
  const links = [...own];
  let around = parts.parents[index] ?? null;
  for (let layer = 0; around !== null && layer < LONGEST; layer++, around = parts.parents[around] ?? null) {
    links.unshift(...linksOf(around, parts));
  }
  // Somebody who is named twice on the way is one link: the one nearer to the words.
  const chain = outletsFirst(
    links.filter(({ actor }, place) => links.findLastIndex((other) => other.actor === actor) === place),
    parts.attributions[index]?.content[0]?.start ?? 0,
    parts,
  );
  return chain.map(({ actor, source, cue }, place) => ({
    actor,
    role: place === chain.length - 1 ? 'SPEAKER' : roleOf(actor === null ? undefined : parts.resolved.actors[actor]),
    source,
    cue,
  }));
}

/**
 * Of an outlet and somebody who is none, told of side by side, the outlet passes on, whichever was told apart in the words of
 * the other: "Bloomberg reports that it rains, according to the institute", “It rains,” Holm said, the Post reports.
 */
function outletsFirst(chain: readonly Link[], start: number, { resolved, text }: ChainParts): readonly Link[] {
  const [around, last] = chain.slice(-2);
  if (chain.length < 2 || !around?.cue || !last?.cue) return chain;
  const isOutletAt = ({ actor }: Link) => isOutlet(actor === null ? undefined : resolved.actors[actor]);
  if (!isOutletAt(last) || isOutletAt(around)) return chain;
  const isAccording = ACCORDING_TO.test(text.slice(around.cue.start, around.cue.end));
  const isBehind = start < Math.min(around.cue.start, last.cue.start);
  return isAccording || isBehind ? [...chain.slice(0, -2), last, around] : chain;
}

/** The links of one attribution; none where it has no source. */
function linksOf(index: number, { attributions, further, resolved }: ChainParts): Link[] {
  const attribution = attributions[index];
  const speaker = resolved.speakers[index];
  if (!attribution || !speaker) return [];
  const own: Link = {
    actor: speaker.actor,
    source: attribution.source[0] ?? null,
    cue: attribution.cue[0] ?? null,
  };
  const others = (further[index] ?? []).flatMap(({ at, source, cue, part }): Link[] => {
    const other = resolved.speakers[at];
    return other && other.actor !== speaker.actor ? [{ actor: other.actor, source, cue, part }] : [];
  });
  const isOutletAt = ({ actor }: Link) => isOutlet(actor === null ? undefined : resolved.actors[actor]);
  const speaking = isOutletAt(own) ? others.find((other) => other.part?.speaks && !isOutletAt(other)) : undefined;
  const passing = others.filter(
    (other) =>
      other !== speaking &&
      (other.part?.passesOn === 'ANYBODY' || (other.part?.passesOn === 'OUTLETS' && isOutletAt(other))),
  );
  return [...passing, own, ...(speaking ? [speaking] : [])];
}

function roleOf(actor: ArticleActor | undefined): 'OUTLET' | 'WIRE' | 'REPORTER' {
  if (actor && WIRE.test(actor.name)) return 'WIRE';
  return isOutlet(actor) ? 'OUTLET' : 'REPORTER';
}

/** Whether it is an outlet, or something left unnamed that is called one: "a local newspaper". */
function isOutlet(actor: ArticleActor | undefined): boolean {
  if (!actor || actor.kind === 'OUTLET' || WIRE.test(actor.name)) return actor !== undefined;
  if (actor.kind !== 'UNNAMED') return false;
  const words = phraseWords(actor.name, { start: 0, end: actor.name.length });
  return words.length > 0 && isOutletNoun(describe(words, []).head);
}
