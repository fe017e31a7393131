import { Field, Int, ObjectType } from 'type-graphql';
import { CreditRole, FurnitureKind } from '../../domain/vocabulary.ts';
import { connectionOf } from '../relay/connection.ts';
import { Node } from '../relay/node.ts';
import { AbsoluteURL, EDTF } from '../scalars.ts';

@ObjectType({
  description: 'What whoever brought an article in said of it. No evidence: the text may tell otherwise, or nothing.',
  simpleResolvers: true,
})
export class Declared {
  @Field(() => String, { nullable: true, description: 'Its title.' })
  title!: string | null;

  @Field(() => EDTF, { nullable: true, description: 'When it was published.' })
  published!: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  author!: string | null;

  @Field(() => String, { nullable: true, description: 'Who published it.' })
  publisher!: string | null;
}

@ObjectType({
  implements: Node,
  description: 'One text as published by somebody, through all of its versions.',
  simpleResolvers: true,
})
export class Article extends Node {
  @Field(() => String, { description: 'A short name, unique among articles.' })
  slug!: string;

  @Field(() => String, { description: 'Its title, in the text’s own words.' })
  title!: string;

  @Field(() => String, { description: 'BCP 47 language tag.' })
  language!: string;

  @Field(() => AbsoluteURL, { nullable: true, description: 'Where it was published; null where that is not known.' })
  url!: string | null;

  @Field(() => Declared, {
    nullable: true,
    description: 'What was said of it when it was brought in; null where nothing was.',
  })
  declared!: Declared | null;
}

@ObjectType({
  description: 'Who did what for an article, with the words of its text that tell so.',
  simpleResolvers: true,
})
export class Credit {
  @Field(() => CreditRole, { description: 'What was done.' })
  role!: CreditRole;
}

@ObjectType({
  description:
    'Words that stand in the text of an article and are not part of what it says; no statement is made of them.',
  simpleResolvers: true,
})
export class Furniture {
  @Field(() => FurnitureKind, { description: 'What they are.' })
  kind!: FurnitureKind;
}

@ObjectType({
  description:
    'How much of the current text the statements account for. Furniture is left out; a quotation is one of four words or more.',
  simpleResolvers: true,
})
export class Coverage {
  @Field(() => Int, { description: 'How many sentences there are.' })
  sentences!: number;

  @Field(() => Int, { description: 'How many of them are evidence of a statement.' })
  evidencedSentences!: number;

  @Field(() => Int, { description: 'How many quotations there are.' })
  quotations!: number;

  @Field(() => Int, { description: 'How many of them a content quote holds.' })
  evidencedQuotations!: number;
}

export const ArticleConnection = connectionOf('Article', () => Article);
