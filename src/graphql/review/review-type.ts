import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A statement after a write.', simpleResolvers: true })
export class StatementPayload {
  @Field(() => Int, { description: 'The revision that the write made.' })
  revision!: number;
}

@ObjectType({ description: 'An actor after a write.', simpleResolvers: true })
export class ActorPayload {
  @Field(() => Int, { description: 'The revision that the write made.' })
  revision!: number;
}
