import { Field, Float, Int, ObjectType } from 'type-graphql';
import {
  AnchorState,
  Certainty,
  HopRole,
  Origin,
  Polarity,
  RelationType,
  ReviewState,
  StatementMode,
} from '../../domain/vocabulary.ts';
import { connectionOf } from '../relay/connection.ts';
import { Node } from '../relay/node.ts';

@ObjectType({
  implements: Node,
  description: 'What somebody asserts, as one article reports it.',
  simpleResolvers: true,
})
export class Statement extends Node {
  @Field(() => String, { description: 'The assertion as one self-contained sentence.' })
  text!: string;

  @Field(() => StatementMode, { description: 'How the content was rendered.' })
  mode!: StatementMode;

  @Field(() => Polarity, { description: 'Whether it says that something is so or is not so.' })
  polarity!: Polarity;

  @Field(() => Certainty, { description: 'How far its speaker commits to it.' })
  certainty!: Certainty;

  @Field(() => Origin, { description: 'How it came into the corpus.' })
  origin!: Origin;

  @Field(() => ReviewState, { description: 'Where it stands in review.' })
  review!: ReviewState;

  @Field(() => Origin, {
    description:
      'Whether a person has put it to its utterance, or a comparison of words (EXTRACTED, also where it is alone).',
  })
  utteranceOrigin!: Origin;

  @Field(() => Float, { description: '0 to 1; 1 for a curated one.' })
  confidence!: number;

  @Field(() => AnchorState, {
    description:
      'The worst of where its content quotes stand in the article’s current version. ORPHANED: its words are gone, and a person has to decide.',
  })
  evidence!: AnchorState;

  @Field(() => Int, {
    description: 'The revision that recorded or last reviewed it: what "ifRevision" of the mutations asks for.',
  })
  reviewedIn!: number;
}

@ObjectType({
  description:
    'One link of who told whom. Its quotes are the words that show it; only the outermost hop, the article itself, may have none.',
  simpleResolvers: true,
})
export class AttributionHop {
  @Field(() => Int, { description: '0 for the article’s own voice.' })
  position!: number;

  @Field(() => HopRole, { description: 'What its actor does in the chain.' })
  role!: HopRole;
}

@ObjectType({
  description: 'How one statement bears on another. Both keep their own quotes as evidence.',
  simpleResolvers: true,
})
export class StatementRelation {
  @Field(() => RelationType, { description: 'How it bears on it.' })
  type!: RelationType;

  @Field(() => String, { description: 'Why, in the words of whoever related them.' })
  rationale!: string;

  @Field(() => Origin, { description: 'Whether a person or the comparison related them.' })
  origin!: Origin;
}

export const StatementConnection = connectionOf('Statement', () => Statement);
