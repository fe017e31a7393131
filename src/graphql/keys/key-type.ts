import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyRole } from '../../domain/vocabulary.ts';
import { DateTime } from '../scalars.ts';

@ObjectType({
  description: 'A key with which somebody or something may write. Its secret is nowhere to be read.',
  simpleResolvers: true,
})
export class ApiKey {
  @Field(() => ID, {
    description: 'Which key it is: the 22 characters behind "verbatim_" in the key itself. No secret, and no node.',
  })
  id!: string;

  @Field(() => String, { description: 'Who or what uses it; the history shows it.' })
  name!: string;

  @Field(() => KeyRole, { description: 'What it lets its holder do.' })
  role!: KeyRole;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'From when on it is refused; null for one that does not expire.',
  })
  expiresAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it is refused; null for one that was not revoked.',
  })
  revokedAt!: Date | null;
}

@InputType({ description: 'What a new key is to be.' })
export class CreateKeyInput {
  @Field(() => String, {
    description:
      'Who or what is to use it, in up to 100 characters. The history shows it beside whatever is written with the key.',
  })
  name!: string;

  @Field(() => KeyRole, { description: 'What it lets its holder do.' })
  role!: KeyRole;

  @Field(() => DateTime, {
    nullable: true,
    description: 'From when on it is refused; left out for one that does not expire.',
  })
  expiresAt?: Date | null;
}

@ObjectType({ description: 'A new key.', simpleResolvers: true })
export class CreateKeyPayload {
  @Field(() => String, {
    description:
      'The key itself, for the header "Authorization: Bearer KEY". It is shown this once: the store keeps a hash of it.',
  })
  secret!: string;

  @Field(() => ApiKey, { description: 'What else is known of it.' })
  key!: ApiKey;
}

@ObjectType({ description: 'A key that was revoked.', simpleResolvers: true })
export class RevokeKeyPayload {
  @Field(() => ApiKey, { description: 'The key, as it is now.' })
  key!: ApiKey;
}

@ObjectType({ description: 'Who sends a request with a key.', simpleResolvers: true })
export class Viewer {
  @Field(() => String, { description: 'The name of the key: who the history says that wrote.' })
  name!: string;

  @Field(() => KeyRole, { description: 'What it lets its holder do; each role may do what those before it may.' })
  role!: KeyRole;
}
