import { VerbatimError } from '../../domain/errors.ts';
import type { DraftHop, StatementDraft } from '../../ingest/build-statement.ts';
import { findActorSlug } from '../../store/read/entities.ts';
import type { SqlClient } from '../../store/sql.ts';
import { assertStorable } from '../../text/storable.ts';
import { named } from '../relay/named.ts';
import type { HopInput, SelectorInput, StatementInput } from './review-input.ts';

/**
 * What a client wrote as the draft of a statement, with the actors that it names.
 *
 * @throws VerbatimError BAD_USER_INPUT when an actor is not there or a text cannot be stored
 */
export async function statementDraft(sql: SqlClient, input: StatementInput): Promise<StatementDraft> {
  const { text, mode, polarity, certainty, content, attribution, said } = input;
  assertStorable(text, '"statement.text"');
  const chain: DraftHop[] = [];
  for (const [index, hop] of attribution.entries()) chain.push(await draftHop(sql, hop, index));
  return {
    text,
    ...(mode === 'NARRATION' ? {} : { mode }),
    polarity,
    certainty,
    content: content.map(selector),
    chain,
    ...(said
      ? {
          said: {
            value: said.value,
            basis: said.basis,
            ...(said.reasoning ? { reasoning: said.reasoning } : {}),
            quotes: said.quotes.map(selector),
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
  if (newActor?.slug) named(newActor.slug, 'Actor', `${place}.newActor.slug`);
  return {
    actor: known
      ? { slug: await findActorSlug(sql, known) }
      : { new: { slug: newActor?.slug ?? null, kind: newActor?.kind ?? 'UNNAMED', name: selector(newActor?.name) } },
    ...(role ? { role } : {}),
    ...(source ? { source: selector(source) } : {}),
    ...(cue ? { cue: selector(cue) } : {}),
  };
}

function selector(input: SelectorInput | undefined): { exact: string; prefix: string; suffix: string } {
  const { exact = '', prefix, suffix } = input ?? {};
  if (exact === '') throw new VerbatimError('BAD_USER_INPUT', 'A selector needs words in "exact".');
  return { exact, prefix: prefix ?? '', suffix: suffix ?? '' };
}
