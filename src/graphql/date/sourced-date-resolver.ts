import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { datesById, quotesOfDates } from '../../store/read/details.ts';
import type { QuoteRow, SourcedDateRow } from '../../store/read/rows.ts';
import type { Context } from '../context.ts';
import type { Loaders } from '../loaders.ts';
import { Quote } from '../quote/quote-type.ts';
import { SourcedDate } from './sourced-date-type.ts';

/** The date that another row refers to, or null. */
export async function sourcedDate(loaders: Loaders, id: string | null): Promise<SourcedDateRow | null> {
  if (id === null) return null;
  const [date] = await loaders.owned(datesById, id);
  return date ?? null;
}

@Resolver(() => SourcedDate)
export class SourcedDateResolver {
  @FieldResolver(() => [Quote], { description: 'The words that give it; never empty.' })
  quotes(@Root() date: SourcedDateRow, @Ctx() { loaders }: Context): Promise<QuoteRow[]> {
    return loaders.owned(quotesOfDates, date.id);
  }
}
