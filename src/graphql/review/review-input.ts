import { Field, ID, InputType } from 'type-graphql';
import { ActorKind, Certainty, DateBasis, HopRole, Polarity, StatementMode } from '../../domain/vocabulary.ts';
import { EDTF } from '../scalars.ts';

@InputType({
  description:
    'Words of the article’s current text and, where they stand there more than once, the words around them (W3C TextQuoteSelector).',
})
export class SelectorInput {
  @Field(() => String, { description: 'The words, exactly as they stand.' })
  exact!: string;

  @Field(() => String, { nullable: true, description: 'What stands right before them.' })
  prefix?: string | null;

  @Field(() => String, { nullable: true, description: 'What stands right behind them.' })
  suffix?: string | null;
}

@InputType({ description: 'A date with the words of the text that give it.' })
export class DateInput {
  @Field(() => EDTF, { description: 'With the precision that the words have.' })
  value!: string;

  @Field(() => DateBasis, { description: 'Whether they write it out.' })
  basis!: DateBasis;

  @Field(() => String, { nullable: true, description: 'How it was worked out; needed where it is INFERRED.' })
  reasoning?: string | null;

  @Field(() => [SelectorInput], { description: 'The words.' })
  quotes!: SelectorInput[];
}

@InputType({ description: 'An actor that is not in the corpus yet.' })
export class NewActorInput {
  @Field(() => String, { nullable: true, description: 'A short name, unique among actors; by default from its name.' })
  slug?: string | null;

  @Field(() => ActorKind, { description: 'What kind of source it is.' })
  kind!: ActorKind;

  @Field(() => SelectorInput, { description: 'The words that name it, or, of an UNNAMED one, describe it.' })
  name!: SelectorInput;
}

@InputType({
  description: 'One link of who told whom. It names a known actor or a new one, and the words that show it.',
})
export class HopInput {
  @Field(() => ID, { nullable: true, description: 'A known actor: its id or its slug.' })
  actor?: string | null;

  @Field(() => NewActorInput, { nullable: true, description: 'A new one.' })
  newActor?: NewActorInput | null;

  @Field(() => HopRole, { nullable: true, description: 'SPEAKER for the last one, which may be left out there.' })
  role?: HopRole | null;

  @Field(() => SelectorInput, { nullable: true, description: 'The words that tell who it was.' })
  source?: SelectorInput | null;

  @Field(() => SelectorInput, { nullable: true, description: 'The words that tell that it was said.' })
  cue?: SelectorInput | null;
}

@InputType({ description: 'A statement as a person writes it, about the current version of an article.' })
export class StatementInput {
  @Field(() => String, { description: 'The assertion as one self-contained sentence.' })
  text!: string;

  @Field(() => StatementMode, { description: 'How the content is rendered.' })
  mode!: StatementMode;

  @Field(() => Polarity, { defaultValue: 'AFFIRMED', description: 'Whether it says that something is so.' })
  polarity!: Polarity;

  @Field(() => Certainty, { defaultValue: 'CERTAIN', description: 'How far its speaker commits to it.' })
  certainty!: Certainty;

  @Field(() => [SelectorInput], { description: 'The words said, in order; one part or several.' })
  content!: SelectorInput[];

  @Field(() => [HopInput], {
    defaultValue: [],
    description:
      'Who told whom, from the article inwards to the speaker; the article’s own voice is added. Empty for NARRATION.',
  })
  attribution!: HopInput[];

  @Field(() => DateInput, { nullable: true, description: 'When it was said, as far as the text tells.' })
  said?: DateInput | null;
}
