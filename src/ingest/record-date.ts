import { readEdtf } from '../domain/edtf.ts';
import { VerbatimError } from '../domain/errors.ts';
import { identify } from '../domain/identity.ts';
import type { DateRecord, QuoteRecord } from '../domain/records.ts';
import type { DateBasis } from '../domain/vocabulary.ts';
import type { Problems } from './problems.ts';

/** Records a date with the quotes that give it, or says why it is none. */
export function recordDate(
  written: { readonly value: string; readonly basis: DateBasis; readonly reasoning?: string | undefined },
  quotes: readonly QuoteRecord[],
  place: string,
  problems: Problems,
): DateRecord | null {
  const { value, basis, reasoning = null } = written;
  const quoteIds = quotes.map(({ id }) => id);
  try {
    const id = identify('SourcedDate', value, basis, reasoning, ...quoteIds);
    return { id, value, ...readEdtf(value), basis, reasoning, quoteIds };
  } catch (error) {
    if (!(error instanceof VerbatimError)) throw error;
    problems.add(place, error.message);
    return null;
  }
}
