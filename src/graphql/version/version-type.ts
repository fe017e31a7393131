import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../relay/connection.ts';
import { Node } from '../relay/node.ts';
import { DateTime, SHA256 } from '../scalars.ts';

@ObjectType({
  implements: Node,
  description:
    'The immutable text of an article at one time. A quote belongs to a version, never to an article in general.',
  simpleResolvers: true,
})
export class ArticleVersion extends Node {
  @Field(() => Int, { description: '1 for the first one.' })
  number!: number;

  @Field(() => String, { description: 'The text, byte for byte as it was found; nothing in it is ever normalised.' })
  text!: string;

  @Field(() => Int, { description: 'Length of text in code points.' })
  length!: number;

  @Field(() => SHA256, { description: 'The hash of the text, which names it.' })
  sha256!: string;

  @Field(() => DateTime, { description: 'When it was recorded here.' })
  recordedAt!: Date;
}

export const ArticleVersionConnection = connectionOf('ArticleVersion', () => ArticleVersion);
