import { buildSchema, graphql, isObjectType, type GraphQLField } from 'graphql';
import { mayActAs, type Principal } from '../../src/domain/principal.ts';
import { KeyRole } from '../../src/domain/vocabulary.ts';
import { Context } from '../../src/graphql/context.ts';
import { neededRole, withRoles } from '../../src/graphql/roles.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { expiredKey, keyOf, revokedKey, wrongKey } from '../support/keys.ts';
import { leastOperation } from '../support/least-operation.ts';
import { serveCorpus, type ServedCorpus, IN_PROCESS, SIGNER } from '../support/served-corpus.ts';

const schema = createSchema();
const QUERIES: readonly RootField[] = Object.values(schema.getQueryType()?.getFields() ?? {});
const MUTATIONS: readonly RootField[] = Object.values(schema.getMutationType()?.getFields() ?? {});
const SUBSCRIPTIONS: readonly RootField[] = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
type RootField = GraphQLField<unknown, Context>;

/** Everything that needs a role, by what it says itself. */
const GUARDED = [
  ...QUERIES.map((field) => ({ field, operation: leastOperation('query', field) })),
  ...MUTATIONS.map((field) => ({ field, operation: leastOperation('mutation', field) })),
].flatMap(({ field, operation }) => {
  const role = neededRole(field);
  return role ? [{ name: field.name, role, operation }] : [];
});

let corpus: ServedCorpus;
let keys: Record<string, string | undefined>;
beforeAll(async () => {
  corpus = await serveCorpus(undefined, () => Promise.resolve());
  const { store } = corpus;
  const admin = await keyOf(store, 'ADMIN');
  keys = {
    'no key': undefined,
    'a wrong key': wrongKey(admin),
    'an expired key': await expiredKey(store),
    'a revoked key': await revokedKey(store),
    REVIEWER: await keyOf(store, 'REVIEWER'),
    EDITOR: await keyOf(store, 'EDITOR'),
    ADMIN: admin,
  };
});
afterAll(() => corpus.stop());

describe('the schema', () => {
  it('says of every mutation which role it needs, and tells it to people', () => {
    expect(MUTATIONS.length).toBeGreaterThan(0);
    for (const field of MUTATIONS) {
      const role = neededRole(field);
      expect([field.name, Object.keys(KeyRole)]).toEqual([field.name, expect.arrayContaining([role]) as unknown]);
      expect(field.description).toMatch(new RegExp(`Needs a key of the role ${String(role)}\\.$`));
    }
  });

  it('leaves reading to everybody, but for the keys', () => {
    expect([...QUERIES, ...SUBSCRIPTIONS].filter(neededRole).map(({ name }) => name)).toEqual(['keys']);
  });

  it('puts nothing before the fields of what is read', () => {
    const quote = schema.getType('Quote');
    expect(isObjectType(quote) && quote.getFields()['exact']?.resolve).toBeUndefined();
  });

  it('is refused with a mutation that says nothing of who may use it', () => {
    const forgetful = buildSchema('type Query { a: Int } type Mutation { forgotten: Int }');
    expect(() => withRoles(forgetful)).toThrow('forgotten says nothing of who may use it');
  });
});

describe.each(GUARDED)('$name', ({ role, operation: { query, variables } }) => {
  it.each(['no key', 'a wrong key', 'an expired key', 'a revoked key'])('is refused with %s', async (name) => {
    const { status, data, errors } = await corpus.ask(query, variables, keys[name]);
    expect([status, data, errors.map(({ extensions }) => extensions.code)]).toEqual([
      401,
      undefined,
      ['UNAUTHENTICATED'],
    ]);
  });

  it.each(Object.keys(KeyRole) as KeyRole[])(`needs ${role}, whatever %s may do`, async (given) => {
    const { status, data, errors } = await corpus.ask(query, variables, keys[given]);
    const codes = errors.map(({ extensions }) => extensions.code);
    if (mayActAs(given, role)) {
      expect(status).toBe(200);
      expect(codes.filter((code) => !['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT'].includes(code))).toEqual([]);
    } else {
      expect([status, data, codes]).toEqual([403, undefined, ['FORBIDDEN']]);
      expect(errors[0]?.message).toContain(role);
    }
  });

  it('is refused by the field itself as well, whoever runs the operation', async () => {
    const run = async (principal: Principal | null) => {
      const contextValue = new Context(corpus.store, IN_PROCESS, SIGNER, principal);
      const { errors } = await graphql({ schema, source: query, variableValues: variables, contextValue });
      return errors?.map(({ originalError }) => originalError);
    };
    expect(await run(null)).toEqual([expect.objectContaining({ code: 'UNAUTHENTICATED' })]);
    for (const given of Object.keys(KeyRole) as KeyRole[]) {
      if (mayActAs(given, role)) continue;
      const refused = expect.objectContaining({ code: 'FORBIDDEN' }) as unknown;
      expect(await run({ name: 'Ann', role: given, keyId: null })).toEqual([refused]);
    }
  });
});

describe('viewer', () => {
  const QUERY = '{ viewer { name role } corpus { revision } }';
  it('tells each who asks, the same words one after the other, and by GET', async () => {
    for (const given of ['no key', 'REVIEWER', 'ADMIN', 'no key']) {
      const viewer = given === 'no key' ? null : { name: `a ${given.toLowerCase()}`, role: given };
      const { data } = await corpus.ask(QUERY, {}, keys[given]);
      expect(data).toMatchObject({ viewer });
      const key = keys[given];
      const response = await fetch(`${corpus.url}/graphql?query=${encodeURIComponent(QUERY)}`, {
        headers: { 'apollo-require-preflight': 'true', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      });
      expect(await response.json()).toMatchObject({ data: { viewer } });
    }
  });
});
