import { Field, ID, InputType } from 'type-graphql';
import { AnchorState, Certainty, Origin, Polarity, ReviewState, StatementMode } from '../../domain/vocabulary.ts';
import { EDTF } from '../scalars.ts';

const ID_OR_SLUG = 'Its id or its slug.';

@InputType({ description: 'Which statements: those that meet all of what is given.' })
export class StatementFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Full text, as a web search box reads it: words, "a phrase", or, -not.',
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: `Reported in this article. ${ID_OR_SLUG}` })
  article?: string | null;

  @Field(() => ID, { nullable: true, description: `Said by this actor. ${ID_OR_SLUG}` })
  speaker?: string | null;

  @Field(() => ID, { nullable: true, description: `About this event. ${ID_OR_SLUG}` })
  event?: string | null;

  @Field(() => [StatementMode], { nullable: true, description: 'Rendered in one of these ways.' })
  mode?: StatementMode[] | null;

  @Field(() => Polarity, { nullable: true, description: 'Affirmed or negated.' })
  polarity?: Polarity | null;

  @Field(() => [Certainty], { nullable: true, description: 'Of one of these certainties.' })
  certainty?: Certainty[] | null;

  @Field(() => Origin, { nullable: true, description: 'Written down by a person, or extracted.' })
  origin?: Origin | null;

  @Field(() => [ReviewState], {
    nullable: true,
    description: 'In one of these states of review; when left out, proposed and accepted ones.',
  })
  review?: ReviewState[] | null;

  @Field(() => [AnchorState], {
    nullable: true,
    description:
      'Whose content stands in the current version in one of these ways: ORPHANED finds what a person should look at.',
  })
  evidence?: AnchorState[] | null;

  @Field(() => EDTF, {
    nullable: true,
    description: 'That may have been said at this time or later; not those of unknown date.',
  })
  saidFrom?: string | null;

  @Field(() => EDTF, {
    nullable: true,
    description: 'That may have been said at this time or earlier; not those of unknown date.',
  })
  saidTo?: string | null;
}
