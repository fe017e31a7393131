import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { KeyRole } from '../../domain/vocabulary.ts';
import type { Principal } from '../../domain/principal.ts';
import type { ApiKeyRow } from '../../store/keys/api-key-row.ts';
import { createKey } from '../../store/keys/create-key.ts';
import { shortKeyId } from '../../store/keys/key-text.ts';
import { listKeys } from '../../store/keys/list-keys.ts';
import { revokeKey } from '../../store/keys/revoke-key.ts';
import type { Context } from '../context.ts';
import { ApiKey, CreateKeyInput, CreateKeyPayload, RevokeKeyPayload, Viewer } from './key-type.ts';

/** A key as it is served: its id is the short one. */
const served = (row: ApiKeyRow): ApiKey => ({ ...row, id: shortKeyId(row.id) });

@Resolver(() => ApiKey)
export class KeyResolver {
  @Query(() => Viewer, {
    nullable: true,
    description: 'Who asks, by the key that the request was sent with; null without one.',
  })
  viewer(@Ctx() { principal }: Context): Principal | null {
    return principal;
  }

  @Authorized(KeyRole.ADMIN)
  @Query(() => [ApiKey], {
    description:
      'All keys, the oldest first, with those that are no longer valid. They are no part of the corpus and its revisions.',
  })
  async keys(@Ctx() { store }: Context): Promise<ApiKey[]> {
    return (await listKeys(store.sql)).map(served);
  }

  @Authorized(KeyRole.ADMIN)
  @Mutation(() => CreateKeyPayload, { description: 'Makes a key.' })
  async createKey(
    @Arg('input', () => CreateKeyInput, { description: 'What it is to be.' }) input: CreateKeyInput,
    @Ctx() { store }: Context,
  ): Promise<CreateKeyPayload> {
    const { key, row } = await createKey(store, { ...input, expiresAt: input.expiresAt ?? null });
    return { secret: key, key: served(row) };
  }

  @Authorized(KeyRole.ADMIN)
  @Mutation(() => RevokeKeyPayload, {
    description: 'Revokes a key, for good and at once. Revoking one again changes nothing.',
  })
  async revokeKey(
    @Arg('id', () => ID, { description: 'What the id field of the key gave.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<RevokeKeyPayload> {
    return { key: served(await revokeKey(store, id)) };
  }
}
