import { Field, ObjectType } from 'type-graphql';
import { DateBasis } from '../../domain/vocabulary.ts';
import { DateTime, EDTF } from '../scalars.ts';

@ObjectType({
  description:
    'A date with the words that give it. STATED: written out. INFERRED: worked out from them (last month, Thursday), as reasoning tells.',
  simpleResolvers: true,
})
export class SourcedDate {
  @Field(() => EDTF, { description: 'The date with the precision that is known.' })
  value!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The first instant that it may mean, in UTC; null where it is open.',
  })
  earliest!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The last instant that it may mean, in UTC; null where it is open.',
  })
  latest!: Date | null;

  @Field(() => DateBasis, { description: 'Whether the words write it out.' })
  basis!: DateBasis;

  @Field(() => String, {
    nullable: true,
    description: 'How it is worked out from the words; null when they write it out.',
  })
  reasoning!: string | null;
}
