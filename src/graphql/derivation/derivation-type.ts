import { Field, Float, ObjectType } from 'type-graphql';
import { Origin } from '../../domain/vocabulary.ts';

@ObjectType({
  description:
    'What two articles share: passages in the same or in other words, and which of them was made from the other, if that can be told.',
  simpleResolvers: true,
})
export class Derivation {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether this article was made from the other one, as far as the evidence tells; false where the other one was made from it, null where it does not tell.',
  })
  drawsOn!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'What shows which was made from which; null where nothing does.',
  })
  rationale!: string | null;

  @Field(() => Origin, { description: 'Whether a person has said so, or a comparison of the texts.' })
  origin!: Origin;

  @Field(() => Float, { description: 'How much of this article’s sentences the passages make up, from 0 to 1.' })
  share!: number;
}
