import { ArgsType, Field } from 'type-graphql';
import { readEdtf } from '../../domain/edtf.ts';
import { VerbatimError } from '../../domain/errors.ts';
import type { Listing } from '../../store/read/listing.ts';
import type { StatementRow } from '../../store/read/rows.ts';
import { listStatements, type StatementCriteria, type StatementSorting } from '../../store/read/statement-filter.ts';
import { assertStorable } from '../../text/storable.ts';
import { StatementOrder } from '../enums.ts';
import type { Loaders } from '../loaders.ts';
import type { Page } from '../relay/page.ts';
import { named } from '../relay/named.ts';
import { PageArgs, pageRequest } from '../relay/page-args.ts';
import { StatementFilter } from './statement-filter-type.ts';

@ArgsType()
export class StatementsArgs extends PageArgs {
  @Field(() => StatementFilter, { nullable: true, description: 'Which statements; when left out, all that stand.' })
  filter!: StatementFilter | null;

  @Field(() => StatementOrder, {
    nullable: true,
    description: 'In which order; when left out, RELEVANCE for a search and TEXT_POSITION for anything else.',
  })
  orderBy!: StatementSorting | null;
}

/** To whom a list of statements belongs. */
export interface StatementsOwner {
  readonly kind: 'article' | 'speaker' | 'event';
  readonly id: string;
}

/**
 * A page of statements, of an owner or of the whole corpus.
 *
 * @throws VerbatimError BAD_USER_INPUT when an argument is out of bounds or no id, date or text
 */
export function pageOfStatements(
  loaders: Loaders,
  args: StatementsArgs,
  owner: StatementsOwner | null,
): Promise<Page<StatementRow>> {
  const listing = statementsListed(args, owner?.kind ?? null);
  const request = pageRequest(args);
  return owner
    ? loaders.page(listing, request, owner.id, JSON.stringify(args.filter ?? {}))
    : loaders.corpusPage(listing, request);
}

/**
 * The list of statements that arguments ask for.
 *
 * @throws VerbatimError BAD_USER_INPUT when one of them is no id, date or text
 */
export function statementsListed(
  args: Pick<StatementsArgs, 'filter' | 'orderBy'>,
  owner: StatementsOwner['kind'] | null,
): Listing {
  const filter = args.filter ?? {};
  const sorting = args.orderBy ?? (filter.search ? 'RELEVANCE' : 'TEXT_POSITION');
  if (sorting === 'RELEVANCE' && !filter.search) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      '"orderBy: RELEVANCE" needs words to be relevant to: give filter.search, or choose another order.',
    );
  }
  return listStatements(owner, sorting, criteria(filter));
}

function criteria(filter: StatementFilter): StatementCriteria {
  const { search, article, speaker, event, saidFrom, saidTo, ...plain } = filter;
  if (search) assertStorable(search, '"filter.search"');
  return {
    ...plain,
    search: search || null,
    article: named(article, 'Article', 'filter.article'),
    speaker: named(speaker, 'Actor', 'filter.speaker'),
    event: named(event, 'Event', 'filter.event'),
    saidFrom: saidFrom ? readEdtf(saidFrom) : null,
    saidTo: saidTo ? readEdtf(saidTo) : null,
  };
}
