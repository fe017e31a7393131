import { Field, ObjectType } from 'type-graphql';
import { EventType, ParticipantRole } from '../../domain/vocabulary.ts';
import { connectionOf } from '../relay/connection.ts';
import { Node } from '../relay/node.ts';

@ObjectType({
  implements: Node,
  description: 'Something that happened or is claimed to have; one event, however many articles mention it.',
  simpleResolvers: true,
})
export class Event extends Node {
  @Field(() => String, { description: 'A short name, unique among events.' })
  slug!: string;

  @Field(() => String, { description: 'What it is, in plain words.' })
  title!: string;

  @Field(() => EventType, { description: 'What kind of thing happened.' })
  type!: EventType;
}

@ObjectType({ description: 'The part of an actor in an event.', simpleResolvers: true })
export class Participant {
  @Field(() => ParticipantRole, { description: 'Which part.' })
  role!: ParticipantRole;
}

export const EventConnection = connectionOf('Event', () => Event);
