import { VerbatimError } from '../../domain/errors.ts';
import type { DraftHop, StatementDraft } from '../../ingest/build-statement.ts';
import { findActorSlug } from '../../store/read/entities.ts';
import type { SqlClient } from '../../store/sql.ts';
import { assertStorable } from '../../text/storable.ts';
import { shorten } from '../relay/global-id.ts';
import { named } from '../relay/named.ts';
import type { HopInput, SelectorInput, StatementInput } from './review-input.ts';

const SLUG = /^(?=.{1,120}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * What a client wrote as the draft of a statement, with the actors that it names.
 *
 * @throws VerbatimError BAD_USER_INPUT when an actor is not there or a text cannot be stored
 */
export async function statementDraft(sql: SqlClient, input: StatementInput): Promise<StatementDraft> {
  const { text, mode, polarity, certainty, content, attribution, said } = input;
  if (said?.basis === 'INFERRED' && (said.reasoning ?? '').trim() === '') {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      '"statement.said.reasoning" must tell how an INFERRED date was worked out.',
    );
  }
  if (said?.quotes.length === 0) {
    throw new VerbatimError('BAD_USER_INPUT', '"statement.said.quotes" needs the words that give the date.');
  }
  const chain: DraftHop[] = [];
  for (const [index, hop] of attribution.entries()) chain.push(await draftHop(sql, hop, index));
  return {
    text: storable(text, 'statement.text'),
    ...(mode === 'NARRATION' ? {} : { mode }),
    polarity,
    certainty,
    content: content.map((part, index) => selector(part, `statement.content.${String(index)}`)),
    chain,
    ...(said
      ? {
          said: {
            value: said.value,
            basis: said.basis,
            ...(said.reasoning ? { reasoning: storable(said.reasoning, 'statement.said.reasoning') } : {}),
            quotes: said.quotes.map((quote, index) => selector(quote, `statement.said.quotes.${String(index)}`)),
          },
        }
      : {}),
  };
}

async function draftHop(sql: SqlClient, hop: HopInput, index: number): Promise<DraftHop> {
  const place = `statement.attribution.${String(index)}`;
  const { actor, newActor, role, source, cue } = hop;
  const known = named(actor, 'Actor', `${place}.actor`);
  if ((known === null) === !newActor) {
    throw new VerbatimError('BAD_USER_INPUT', `"${place}" needs either "actor" or "newActor".`);
  }
  if (role === 'WRITER' || role === 'PUBLISHER') {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `"${place}.role" cannot be ${role}: the article’s own voice is added by itself.`,
    );
  }
  if (newActor?.slug && !SLUG.test(newActor.slug)) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `"${place}.newActor.slug" must be lower-case words joined by hyphens, 120 characters at most, not ${shorten(newActor.slug)}.`,
    );
  }
  return {
    actor: known
      ? { slug: await findActorSlug(sql, known) }
      : {
          new: {
            slug: newActor?.slug ?? null,
            kind: newActor?.kind ?? 'UNNAMED',
            name: selector(newActor?.name, `${place}.newActor.name`),
          },
        },
    ...(role ? { role } : {}),
    ...(source ? { source: selector(source, `${place}.source`) } : {}),
    ...(cue ? { cue: selector(cue, `${place}.cue`) } : {}),
  };
}

/** Half a character is in no text: looked for, it would be found within a whole one, which a quote cannot cut. */
function selector(input: SelectorInput | undefined, place: string): { exact: string; prefix: string; suffix: string } {
  const { exact = '', prefix, suffix } = input ?? {};
  if (exact === '') throw new VerbatimError('BAD_USER_INPUT', `"${place}" needs words in "exact".`);
  return {
    exact: storable(exact, `${place}.exact`),
    prefix: storable(prefix ?? '', `${place}.prefix`),
    suffix: storable(suffix ?? '', `${place}.suffix`),
  };
}

/** @throws VerbatimError BAD_USER_INPUT when a store could not give it back unchanged */
function storable(text: string, place: string): string {
  assertStorable(text, `"${place}"`);
  return text;
}
