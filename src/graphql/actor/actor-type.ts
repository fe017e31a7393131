import { Field, ObjectType } from 'type-graphql';
import { ActorKind } from '../../domain/vocabulary.ts';
import { connectionOf } from '../relay/connection.ts';
import { Node } from '../relay/node.ts';

@ObjectType({
  implements: Node,
  description: 'A person, organization, outlet, state or territory, or a source that a text leaves unnamed.',
  simpleResolvers: true,
})
export class Actor extends Node {
  @Field(() => String, { description: 'A short name, unique among actors.' })
  slug!: string;

  @Field(() => String, { description: 'One of its spellings in the corpus; of an unnamed source, what it is.' })
  name!: string;

  @Field(() => ActorKind, { description: 'What kind of source or subject it is.' })
  kind!: ActorKind;
}

@ObjectType({ description: 'One spelling of an actor’s name.', simpleResolvers: true })
export class Alias {
  @Field(() => String, { description: 'The spelling, misspellings included.' })
  name!: string;
}

@ObjectType({ description: 'What the corpus calls an actor, such as an office held.', simpleResolvers: true })
export class Description {
  @Field(() => String, { description: 'The words.' })
  text!: string;
}

export const ActorConnection = connectionOf('Actor', () => Actor);
