import { Field, ObjectType } from 'type-graphql';
import { ChangeKind } from '../../domain/vocabulary.ts';

@ObjectType({ description: 'What one revision did to statements, and to the words that they rest on.' })
export class RevisionChanges {}

@ObjectType({ description: 'What a revision did to one statement.', simpleResolvers: true })
export class Change {
  @Field(() => ChangeKind, { description: 'What was done.' })
  kind!: ChangeKind;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who did it.' })
  reason!: string | null;
}
