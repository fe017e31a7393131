import { Field, Float, ObjectType } from 'type-graphql';
import { EditOperation, VariantKind } from '../../domain/vocabulary.ts';
import { connectionOf } from '../relay/connection.ts';
import { Node } from '../relay/node.ts';

@ObjectType({
  implements: Node,
  description: 'One act of saying or writing, however often it was rendered.',
  simpleResolvers: true,
})
export class Utterance extends Node {}

@ObjectType({ description: 'A stretch of a comparison, with the exact text of both sides.', simpleResolvers: true })
export class Edit {
  @Field(() => EditOperation, { description: 'What was done.' })
  operation!: EditOperation;

  @Field(() => String, { description: 'The text of the left side; empty for an insertion.' })
  left!: string;

  @Field(() => String, { description: 'The text of the right side; empty for a deletion.' })
  right!: string;
}

@ObjectType({ description: 'Two quotes of the same words, compared word by word.', simpleResolvers: true })
export class QuoteVariant {
  @Field(() => Float, {
    description: 'Twice the words that are equal, by the words of both sides: 1 when all are, 0 when none is.',
  })
  similarity!: number;

  @Field(() => [VariantKind], { description: 'What became of the words; never empty.' })
  kinds!: VariantKind[];

  @Field(() => [Edit], {
    description: 'How the left quote becomes the right one; joined, either side is its whole quote.',
  })
  edits!: Edit[];
}

export const UtteranceConnection = connectionOf('Utterance', () => Utterance);
