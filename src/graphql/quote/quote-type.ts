import { Field, Int, ObjectType } from 'type-graphql';
import { AnchorState } from '../../domain/vocabulary.ts';
import { connectionOf } from '../relay/connection.ts';
import { Node } from '../relay/node.ts';

@ObjectType({
  implements: Node,
  description:
    'A verbatim span of one article version: text from code point start (inclusive) to end (exclusive) is exact. Always: the store refuses any other.',
  simpleResolvers: true,
})
export class Quote extends Node {
  @Field(() => String, { description: 'The words.' })
  exact!: string;

  @Field(() => String, { description: 'Up to 32 code points before it.' })
  prefix!: string;

  @Field(() => String, { description: 'Up to 32 code points after it.' })
  suffix!: string;

  @Field(() => Int, { description: 'Code points, as W3C TextPositionSelector counts.' })
  start!: number;

  @Field(() => Int, { description: 'Code points, as W3C TextPositionSelector counts; exclusive.' })
  end!: number;

  @Field(() => Int, { description: 'UTF-16 code units, as String.prototype.slice counts.' })
  startUtf16!: number;

  @Field(() => Int, { description: 'UTF-16 code units, as String.prototype.slice counts; exclusive.' })
  endUtf16!: number;

  @Field(() => Int, { description: '0 for the first paragraph.' })
  paragraph!: number;
}

@ObjectType({
  description:
    'Where a quote stands in its article’s current version. ANCHORED: same place or same text with same context. MOVED: the only occurrence of the text, elsewhere. ORPHANED: not in the current version.',
  simpleResolvers: true,
})
export class Anchor {
  @Field(() => AnchorState, { description: 'Whether and how it stands there.' })
  state!: AnchorState;
}

export const QuoteConnection = connectionOf('Quote', () => Quote);
