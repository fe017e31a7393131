import type { Span } from '../../text/span.ts';
import { actorsOf } from './actors-of.ts';
import type { ArticleActor } from './article-actor.ts';
import { ArticleView } from './article-view.ts';
import { enclosing } from './enclosing.ts';
import type { Figure } from './figures/figure.ts';
import { findNames } from './names/find-names.ts';
import { document } from './rules/document.ts';
import { quotedVoice } from './rules/quoted-voice.ts';
import type { Question } from './rules/rule.ts';
import { RULES } from './rules/rules.ts';
import { unnamed } from './rules/unnamed.ts';
import { Scene } from './scene/scene.ts';
import { WEIGHTS } from './scene/timeline.ts';
import { isFirstPerson } from './sources/first-person.ts';
import { readSource } from './sources/read-source.ts';
import type { SourcePhrase } from './sources/source-phrase.ts';

/** Who says what an attribution gives. */
export interface ResolvedSpeaker {
  /** Place in `actors`. */
  readonly actor: number;
  /** Name of the rule that decided: "full name", "pronoun", "office". */
  readonly step: string;
  /** How likely it is right, 0 to 1. */
  readonly confidence: number;
}

export interface ResolvedSpeakers {
  /** Those that are sources, in order of their first mention. */
  readonly actors: readonly ArticleActor[];
  /** One an attribution; null where it has no source words. */
  readonly speakers: readonly (ResolvedSpeaker | null)[];
}

/** The words of an attribution. Spans are UTF-16. */
interface AttributionWords {
  /** The words that name who speaks; empty where none do. */
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** What is said. "I" in it is whoever says it. */
  readonly content: readonly Span[];
}

interface Resolution {
  readonly figure: Figure;
  readonly step: string;
  readonly confidence: number;
}

/**
 * Who the sources of one English article are: which of their words mean the same person, body, state, or source left unnamed.
 * Nothing but the article tells; names that only general knowledge joins stay two. Any text and any spans within it will do,
 * and the time it takes grows with their length.
 *
 * A source that nothing tells more of is an UNNAMED actor, one a description. Several who speak together ("Cruz and Trump")
 * are one of those too, and so is the article's own voice ("I" outside of quotations), by the step "own voice".
 *
 * @param attributions in any order
 */
export function resolveSpeakers(text: string, attributions: readonly AttributionWords[]): ResolvedSpeakers {
  const view = new ArticleView(text);
  const sources = attributions.map(({ source }) =>
    source.find(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end))),
  );
  const scene = new Scene(
    view,
    findNames(
      view,
      sources.filter((source) => source !== undefined),
    ),
  );
  const phrases = sources.map((source) => (source ? readSource(text, source, scene.names) : null));
  const resolved = resolveAll(attributions, sources, phrases, scene);
  for (const [index, resolution] of resolved.entries())
    addDescription(text, resolution, phrases[index], sources[index]);
  const { actors, places } = actorsOf(
    text,
    resolved.flatMap((resolution) => resolution?.figure ?? []),
  );
  return {
    actors,
    speakers: resolved.map((resolution) => {
      if (!resolution) return null;
      const { figure, step, confidence } = resolution;
      return { actor: places.get(figure) ?? 0, step, confidence };
    }),
  };
}

/** Resolves in order of text, since a reader knows at each place what stands before it; "I" in quotations waits for who says them. */
function resolveAll(
  attributions: readonly AttributionWords[],
  sources: readonly (Span | undefined)[],
  phrases: readonly (SourcePhrase | null)[],
  scene: Scene,
): (Resolution | null)[] {
  const around = enclosing(attributions);
  const resolved = attributions.map((): Resolution | null => null);
  const order = [...attributions.keys()].sort((a, b) => (sources[a]?.start ?? 0) - (sources[b]?.start ?? 0) || a - b);
  const waits = (index: number) => {
    const phrase = phrases[index];
    return phrase !== null && phrase !== undefined && isFirstPerson(phrase) && typeof around[index] === 'number';
  };
  // Whoever waits for somebody who waits too is resolved outermost first, which order of text gives nearly always.
  for (const index of [...order.filter((one) => !waits(one)), ...order.filter(waits)]) {
    const [source, phrase] = [sources[index], phrases[index]];
    if (!source || !phrase) continue;
    const outer = around[index] ?? null;
    const isQuoted = outer !== null || scene.view.quotationAt(source.start) !== null;
    const speakerAround = outer === null ? null : (resolved[outer]?.figure ?? named(phrases[outer], scene));
    if (!waits(index)) scene.readTo(source.start);
    const resolution = resolve({ phrase, at: source.start, scene, isQuoted, speakerAround });
    resolved[index] = resolution;
    const { cue = [], content = [] } = attributions[index] ?? {};
    if (!waits(index) && cue.length + content.length > 0) {
      scene.timeline.add({ figure: resolution.figure, at: source.start, weight: WEIGHTS.SPEAKER });
    }
  }
  return resolved;
}

/** Whom a source names that is not resolved yet; null where it does not name anybody. */
const named = (phrase: SourcePhrase | null | undefined, scene: Scene): Figure | null =>
  phrase?.form === 'NAME' ? scene.figureOf(phrase.mention) : null;

function resolve(question: Question): Resolution {
  for (const { name, resolve: by } of RULES) {
    const answer = by(question);
    if (answer) return { ...answer, step: name };
  }
  return { ...unnamed.resolve(question), step: unnamed.name };
}

/** Keeps the words by which a source is described, and for one of which there is no description, those that stand for it. */
function addDescription(
  text: string,
  resolution: Resolution | null,
  phrase: SourcePhrase | null | undefined,
  source: Span | undefined,
): void {
  if (!resolution || !phrase || !source) return;
  const { figure, step } = resolution;
  // A letter is not what its writer is called.
  if (step === quotedVoice.name || step === document.name) return;
  if (phrase.form === 'DESCRIPTION' || phrase.form === 'JOINT')
    figure.describe(withoutPossessive(text, phrase.description));
  else if (phrase.form !== 'NAME' && figure.names.length === 0 && figure.descriptions.length === 0)
    figure.describe(phrase.span);
}

function withoutPossessive(text: string, { start, end }: Span): Span {
  const ending = /['’]s?$/u.exec(text.slice(Math.max(start, end - 2), end));
  return { start, end: ending && end - ending[0].length > start ? end - ending[0].length : end };
}
