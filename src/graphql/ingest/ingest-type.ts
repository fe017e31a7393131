import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EDTF } from '../scalars.ts';

/** What became of an article that was brought in. */
export const IngestOutcome = { NEW: 'NEW', NEW_VERSION: 'NEW_VERSION', UNCHANGED: 'UNCHANGED' } as const;
export type IngestOutcome = keyof typeof IngestOutcome;
registerEnumType(IngestOutcome, {
  name: 'IngestOutcome',
  description: 'What became of an article that was brought in.',
  valuesConfig: {
    NEW: { description: 'It was not known.' },
    NEW_VERSION: { description: 'It was known, and its text has changed.' },
    UNCHANGED: { description: 'It was known with this very text.' },
  },
});

@InputType({
  description:
    'An article in one of the formats, and what is said of it from outside: no evidence, and kept as "declared". What makes it the same article when it is brought in again is its URL, else its id, else its source.',
})
export class ArticleInput {
  @Field(() => String, { nullable: true, description: 'Plain text, kept byte for byte.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown, of which the words are kept.' })
  markdown?: string | null;

  @Field(() => String, { nullable: true, description: 'A web page, of which the article is kept.' })
  html?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was published: http or https.' })
  url?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is called where it comes from.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was read: "file:/folder/a.txt".' })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'A short name, unique among articles.' })
  slug?: string | null;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47 language tag.' })
  language?: string | null;

  @Field(() => EDTF, { nullable: true, description: 'When it was published; "on Monday" is worked out from it.' })
  published?: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  author?: string | null;

  @Field(() => String, { nullable: true, description: 'Who published it.' })
  publisher?: string | null;
}

@ObjectType({ description: 'An article after it was brought in.', simpleResolvers: true })
export class IngestPayload {
  @Field(() => Int, { description: 'The corpus revision after it.' })
  revision!: number;

  @Field(() => IngestOutcome, { description: 'What became of it.' })
  outcome!: IngestOutcome;

  @Field(() => Int, { description: 'The number of its current version.' })
  version!: number;

  @Field(() => Int, { description: 'How many statements are newly proposed.' })
  proposed!: number;

  @Field(() => Int, { description: 'How many quotes of the version before stand elsewhere in this one.' })
  moved!: number;

  @Field(() => Int, { description: 'How many quotes of the version before stand nowhere in this one.' })
  orphaned!: number;
}
