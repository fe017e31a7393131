import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'The state of the whole corpus. revision grows with every accepted write: equal revisions, equal answers.',
  simpleResolvers: true,
})
export class Corpus {
  @Field(() => Int, { description: 'Grows by one with each accepted write; 0 for an empty corpus.' })
  revision!: number;

  @Field(() => Int, { description: 'How many articles there are.' })
  articles!: number;

  @Field(() => Int, { description: 'How many statements stand: proposed and accepted ones.' })
  statements!: number;

  @Field(() => Int, { description: 'How many quotes there are, of all versions.' })
  quotes!: number;

  @Field(() => Int, { description: 'How many actors there are.' })
  actors!: number;

  @Field(() => Int, { description: 'How many events there are.' })
  events!: number;
}
