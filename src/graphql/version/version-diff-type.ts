import { Field, Float, ObjectType } from 'type-graphql';
import { VariantKind } from '../../domain/vocabulary.ts';
import { Edit } from '../utterance/utterance-type.ts';
import { PassageChangeKind } from './passage-change-kind.ts';

@ObjectType({
  description: 'What became of a quotation or a sentence from one version to another.',
  simpleResolvers: true,
})
export class PassageChange {
  @Field(() => PassageChangeKind, { description: 'What became of it.' })
  change!: PassageChangeKind;

  @Field(() => Float, { nullable: true, description: 'Of a changed one, how much alike both are: from 0 to 1.' })
  similarity!: number | null;

  @Field(() => [VariantKind], {
    description: 'Of a changed one, what was done to its words. A changed number, name or negation is always told.',
  })
  kinds!: VariantKind[];

  @Field(() => [Edit], { description: 'Of a changed one, how it became the other; joined, either side is whole.' })
  edits!: Edit[];
}

@ObjectType({
  description:
    'What was added, cut, changed or moved from one version of an article to another; what was kept is left out.',
  simpleResolvers: true,
})
export class VersionDiff {
  @Field(() => [PassageChange], { description: 'In what stands in quotation marks, in the order of the later text.' })
  quotations!: PassageChange[];

  @Field(() => [PassageChange], { description: 'Sentence by sentence, in the order of the later text.' })
  sentences!: PassageChange[];
}
