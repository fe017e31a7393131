import { ObjectType } from 'type-graphql';
import { connectionOf } from '../relay/connection.ts';
import { Node } from '../relay/node.ts';

@ObjectType({
  implements: Node,
  description: 'One act of saying or writing, however often it was rendered.',
  simpleResolvers: true,
})
export class Utterance extends Node {}

export const UtteranceConnection = connectionOf('Utterance', () => Utterance);
