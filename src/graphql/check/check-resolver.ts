import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { checkQuotation, type QuotationCheck, type QuoteMatchRow } from '../../store/read/check-quotation.ts';
import { findActorId } from '../../store/read/entities.ts';
import type { QuoteRow, StatementRow } from '../../store/read/rows.ts';
import type { Context } from '../context.ts';
import { Quote } from '../quote/quote-type.ts';
import { named } from '../relay/named.ts';
import { pageSize } from '../relay/page-args.ts';
import { Statement } from '../statement/statement-type.ts';
import { QuoteCheck, QuoteMatch } from './check-type.ts';

/** A check of which as many matches are given as a client wants. */
interface Checked extends QuotationCheck {
  readonly first: number;
}

@Resolver(() => QuoteCheck)
export class QuoteCheckResolver {
  @Query(() => QuoteCheck, {
    description:
      'Is this quotation in the corpus, and word for word? Looks through the texts of all versions of all articles, not only through what is annotated. The text may be part of a longer quotation, and may use ellipses and brackets.',
  })
  async checkQuote(
    @Arg('text', () => String, { description: 'The words, with or without quotation marks.' }) text: string,
    @Arg('speaker', () => ID, {
      nullable: true,
      description: 'Who is said to have said them: the id or slug of an actor.',
    })
    speaker: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: 'How many matches, the best first.' })
    first: number | null,
    @Ctx() { sql }: Context,
  ): Promise<Checked> {
    const size = pageSize(first);
    const actor = named(speaker, 'Actor', 'speaker');
    return { ...(await checkQuotation(sql, text, actor && (await findActorId(sql, actor)))), first: size };
  }

  @FieldResolver(() => [QuoteMatch], {
    description: 'Where the words come from: witnesses first, then what is most like them.',
  })
  matches(@Root() { matches, first }: Checked): readonly QuoteMatchRow[] {
    return matches.slice(0, first);
  }
}

@Resolver(() => QuoteMatch)
export class QuoteMatchResolver {
  @FieldResolver(() => Quote, { description: 'The words of the text.' })
  quote(@Root() { quote }: QuoteMatchRow): QuoteRow {
    return quote;
  }

  @FieldResolver(() => [Statement], { description: 'Who says it there: the statements to whose content they belong.' })
  statements(@Root() { statements }: QuoteMatchRow): readonly StatementRow[] {
    return statements;
  }
}
