import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ActorKind, Origin, ReviewAction, ReviewState } from '../../domain/vocabulary.ts';
import { connectionOf } from '../relay/connection.ts';
import { DateTime } from '../scalars.ts';

@ObjectType({ description: 'One accepted write.', simpleResolvers: true })
export class Revision {
  @Field(() => Int, { description: 'From 1, without gaps.' })
  number!: number;

  @Field(() => DateTime, { description: 'When it was written.' })
  recordedAt!: Date;

  @Field(() => String, { description: 'Who wrote it: a key’s name, "seeds", or "command line".' })
  author!: string;

  @Field(() => String, { description: 'What was done.' })
  summary!: string;
}

@ObjectType({ description: 'What became of a statement in one revision.', simpleResolvers: true })
export class StatementChange {
  @Field(() => ReviewAction, { nullable: true, description: 'What was done to it; null for its recording.' })
  action!: ReviewAction | null;

  @Field(() => ReviewState, { nullable: true, description: 'Where it stood before; null for its recording.' })
  before!: ReviewState | null;

  @Field(() => ReviewState, { description: 'Where it stood from then on.' })
  after!: ReviewState;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who did it.' })
  reason!: string | null;
}

@ObjectType({
  description: 'That one actor was found to be another one. It stays undoable: Mutation.unmergeActor takes its id.',
  simpleResolvers: true,
})
export class ActorMerge {
  @Field(() => ID, { description: 'The merged actor’s own id.' })
  id!: string;

  @Field(() => String, { description: 'The merged actor’s own slug.' })
  slug!: string;

  @Field(() => String, { description: 'The merged actor’s own name.' })
  name!: string;

  @Field(() => ActorKind, { description: 'What kind of source or subject it is by itself.' })
  kind!: ActorKind;

  @Field(() => Origin, { description: 'Whether a person merged them, or evidence of one name.' })
  origin!: Origin;

  @Field(() => String, { description: 'Why they are one.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Why they are two after all; null while the merge stands.' })
  undoneBecause!: string | null;
}

export const RevisionConnection = connectionOf('Revision', () => Revision);
