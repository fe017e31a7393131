import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import { Certainty, DateBasis, HopRole, Origin, Polarity, StatementMode } from '../../domain/vocabulary.ts';
import { assertStorable } from '../../text/storable.ts';
import { readAs, wordsOf } from './annotation-problem.ts';
import type { ExportedNodes } from './exported-nodes.ts';
import type { AnnotatedHop, AnnotationTarget, IncomingAnnotation } from './incoming-annotation.ts';
import { many, selectedBy, selector, types } from './selectors.ts';

const words = z.object({ source: z.string(), selector: many(selector) });
type Words = z.infer<typeof words>;

/** The body of an annotation in our own JSON-LD (src/export/json-ld.ts). */
const claim = z.object({
  id: z.string().regex(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a name as urn:uuid:…'),
  text: z.string().regex(/\S/, 'must say something'),
  author: z.string(),
  mode: z.enum(StatementMode),
  polarity: z.enum(Polarity),
  certainty: z.enum(Certainty),
  origin: z.enum(Origin),
  confidence: z.coerce.number().min(0).max(1),
  said: z.string().optional(),
  dating: z
    .object({ basis: z.enum(DateBasis), reasoning: z.string().optional(), shownBy: z.array(words).min(1) })
    .optional(),
  qualifiedAttribution: z
    .array(
      z.object({
        agent: z.string(),
        role: z.enum(HopRole),
        position: z.int().nonnegative(),
        cue: words.optional(),
        namedBy: words.optional(),
      }),
    )
    .min(1),
});

const typed = z.object({ type: types, qualifiedAttribution: z.array(z.unknown()) });

/** Whether the body of an annotation is a statement as Verbatim exports it. */
export function isClaim(body: unknown): boolean {
  const read = typed.safeParse(body);
  return read.success && read.data.type.includes('Claim');
}

/**
 * A statement as Verbatim exports it. Its own voice is left out: in each store it is what that one knows of the article.
 *
 * @throws VerbatimError BAD_USER_INPUT
 */
export function claimOf(
  written: unknown,
  nodes: ExportedNodes,
): Pick<IncomingAnnotation, 'text' | 'attribution' | 'claim'> {
  const { id, text, author, mode, polarity, certainty, origin, confidence, ...rest } = readAs(claim, written);
  assertStorable(text, 'its text');
  const links = [...rest.qualifiedAttribution].sort((a, b) => a.position - b.position);
  if (links.some(({ position }, index) => position !== index) || links.at(-1)?.agent !== author) {
    throw wrong('its chain of attribution does not lead from position 0 to its author');
  }
  const target = (one: Words, where: string): AnnotationTarget => ({
    sources: nodes.namesOf(one.source),
    words: wordsOf(selectedBy(one.selector), where),
  });
  const chain = links.slice(1).map(({ agent, role, cue, namedBy }): AnnotatedHop => {
    const actor = nodes.actor(agent);
    if (!actor) throw wrong(`the file does not tell who ${JSON.stringify(agent.slice(0, 100))} is`);
    if (role === 'WRITER' || role === 'PUBLISHER') throw wrong(`${role} can only be the first of a chain`);
    return {
      actor,
      role,
      cue: cue ? target(cue, 'cue') : null,
      source: namedBy ? target(namedBy, 'namedBy') : null,
    };
  });
  if ((mode === 'NARRATION') !== (chain.length === 0)) {
    throw wrong('NARRATION is said by the article’s own voice alone, and anything else is not');
  }
  return {
    text,
    attribution: { mode, polarity, certainty, chain },
    claim: { statementId: id.slice('urn:uuid:'.length), origin, confidence, said: dateOf(rest, target) },
  };
}

function dateOf(
  { said, dating }: Pick<z.infer<typeof claim>, 'said' | 'dating'>,
  target: (one: Words, where: string) => AnnotationTarget,
): NonNullable<IncomingAnnotation['claim']>['said'] {
  if (said === undefined) return null;
  if (!dating) throw wrong(`the words are not there that give the date ${JSON.stringify(said.slice(0, 60))}`);
  const { basis, reasoning = null, shownBy } = dating;
  if (reasoning !== null) assertStorable(reasoning, 'the reasoning of its date');
  if (basis === 'INFERRED' && (reasoning ?? '').trim() === '') throw wrong('an INFERRED date needs its reasoning');
  return { value: said, basis, reasoning, quotes: shownBy.map((one) => target(one, 'dating')) };
}

const wrong = (what: string): VerbatimError =>
  new VerbatimError('BAD_USER_INPUT', `${what}. Export it again with "verbatim export jsonld".`);
