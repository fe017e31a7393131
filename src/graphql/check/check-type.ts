import { Field, Float, ObjectType } from 'type-graphql';
import { QuoteVerdict, SpeakerVerdict, TypographyKind, VariantKind } from '../../domain/vocabulary.ts';
import { Edit } from '../utterance/utterance-type.ts';

@ObjectType({
  description: 'Whether words that somebody puts in quotation marks are in the corpus, and what was changed.',
  simpleResolvers: true,
})
export class QuoteCheck {
  @Field(() => QuoteVerdict, { description: 'What is known of the words.' })
  verdict!: QuoteVerdict;

  @Field(() => SpeakerVerdict, {
    nullable: true,
    description: 'Whether they are given to the right speaker; null when no speaker was named.',
  })
  speaker!: SpeakerVerdict | null;

  @Field(() => Boolean, {
    description:
      'Whether no place that holds the words themselves can have been missed. False for words so common that not every place could be looked at.',
  })
  isExhaustive!: boolean;
}

@ObjectType({ description: 'A difference that is no difference in words.', simpleResolvers: true })
class TypographicDifference {
  @Field(() => TypographyKind, { description: 'Of what kind.' })
  kind!: TypographyKind;

  @Field(() => String, { description: 'What the text has; empty where it has nothing.' })
  left!: string;

  @Field(() => String, { description: 'What the quotation has; empty where it has nothing.' })
  right!: string;
}

@ObjectType({
  description: 'A place that the words come from, and what became of them on the way to the quotation.',
  simpleResolvers: true,
})
export class QuoteMatch {
  @Field(() => Float, {
    description: 'Twice the words that are equal, by the words of both sides: 1 when all are, 0 when none is.',
  })
  similarity!: number;

  @Field(() => Boolean, {
    description: 'Whether the text has the same words in the same order; only typography and punctuation may differ.',
  })
  isVerbatim!: boolean;

  @Field(() => [VariantKind], { description: 'What became of the words; never empty.' })
  kinds!: VariantKind[];

  @Field(() => [Edit], {
    description: 'How the words of the text, left, become those of the quotation, right; joined, each side is whole.',
  })
  edits!: Edit[];

  @Field(() => [TypographicDifference], {
    description: 'In what a quotation differs that is the same word for word; empty for any other.',
  })
  differences!: TypographicDifference[];

  @Field(() => Boolean, {
    description:
      'False for an article that was made from another one in which the words are different: it shows that they were written, not that they were said.',
  })
  isWitness!: boolean;
}
