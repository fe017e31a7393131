import { overlaps, type Span } from '../../text/span.ts';
import { attributionsIn } from '../attributions/find-attributions.ts';
import { cueWords, hasStem, stems } from '../statements/cue-words.ts';
import { isSaid } from '../statements/is-said.ts';
import type { Attribution } from '../uncued/uncued-rule.ts';
import type { Clause } from './clause.ts';
import { clausesIn } from './clauses-of.ts';

/** So many layers are looked for within the outermost one. */
const LAYERS = 2;
/** Shorter clauses hold nobody's words. */
const LEAST_WORDS = 5;
/** Below this confidence none is taken. */
const LEAST_CONFIDENCE = 0.25;
const WORD = /\p{L}{1,999}/gu;
const QUOTED = /["“„«][^"“”»\n]*["”»]?/gu;
/** Who mostly is whoever speaks already, or nobody certain. */
const PRONOUN =
  /^(?:I|we|you|he|she|it|they|one|who|which|that|what|this|these|those|there|some|others|many|most|both|all)$/iu;
/** Who does one of these says something, or is taken to hold it true. */
const TELLING =
  `say tell report write announce state claim argue insist suggest indicate warn believe think declare reveal confirm deny explain
  admit acknowledge predict estimate conclude allege stress note add assert contend testify according show find
  said told wrote written thought shown found`.split(/\s+/);
const TELLS = stems(TELLING.join(' '));
/** The same with whatever ending, for a first look at many words. */
const MAY_TELL = new RegExp(
  `\\b(?:${TELLING.map((word) => word.replace(/[ey]$/u, '')).join('|')})(?:[ey]|e?s|e?d|t?ed|t?ing|ie[sd])?\\b`,
  'iu',
);

/**
 * The attributions within the clauses that others report, found by the same model: in "Lee said that Marsh believes the dam
 * will hold" Marsh's within Lee's. Words in quotation marks are left alone.
 */
export function nestedAttributions(text: string, attributions: readonly Attribution[]): Attribution[] {
  const found: Attribution[] = [];
  let layer = attributions.filter(({ cue }) => tells(wordsOf(text, cue)));
  for (let depth = 0; depth < LAYERS && layer.length > 0; depth++) {
    const clausesOf = clausesIn(text, [...attributions, ...found]);
    layer = layer.flatMap((around) => clausesOf(around).flatMap((clause) => within(text, clause, around)));
    found.push(...layer);
  }
  return found;
}

function within(text: string, clause: Clause, around: Attribution): Attribution[] {
  if (!mayTell(clause.text)) return [];
  return Array.from(attributionsIn(clause.text), ({ source, cue, content, confidence }): Attribution => ({
    source: source.flatMap((span) => clause.inArticle(span)),
    cue: cue.flatMap((span) => clause.inArticle(span)),
    content: content.flatMap((span) => clause.inArticle(span)),
    confidence: confidence * around.confidence,
    step: 'model, within a clause',
    within: around,
  })).filter((one) => one.confidence >= LEAST_CONFIDENCE * around.confidence && isNested(text, one));
}

/** Whether a clause has words outside of quotation marks, one of which may tell that somebody says something. */
function mayTell(clause: string): boolean {
  const words = clause.match(WORD) ?? [];
  return words.length >= LEAST_WORDS && MAY_TELL.test(clause.replaceAll(QUOTED, ' '));
}

function isNested(text: string, { source, cue, content }: Attribution): boolean {
  const [speaker] = source;
  if (!speaker || source.length > 1 || cue.length !== 1 || content.length === 0) return false;
  const telling = wordsOf(text, cue);
  if (/^to\s/u.test(telling) || !isSaid(telling, false) || !tells(telling)) return false;
  return !PRONOUN.test(wordsOf(text, source)) && !content.some((span) => overlaps(span, speaker));
}

const tells = (cue: string): boolean => hasStem(cueWords(cue), TELLS);

const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' ');
