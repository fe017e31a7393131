import { expiredKey, keyOf, revokedKey, wrongKey } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';

/** An answer of HTTP. */
interface Received {
  readonly status: number;
  readonly code: string | undefined;
  readonly message: string;
  readonly data: unknown;
  readonly asksForKey: boolean;
}

const READ = '{ corpus { revision } }';
const KEYS = '{ keys { id name role createdAt expiresAt revokedAt } }';
const CREATE =
  'mutation ($input: CreateKeyInput!) { createKey(input: $input) { secret key { id name role expiresAt revokedAt } } }';
const REVOKE = 'mutation ($id: ID!) { revokeKey(id: $id) { key { id revokedAt } } }';

describe.each(STORES)('a server on the $kind store', (kind) => {
  let corpus: ServedCorpus;
  let headers: Record<string, string>;
  beforeAll(async () => {
    corpus = await serveCorpus(kind, () => Promise.resolve());
    const { store } = corpus;
    const admin = await keyOf(store, 'ADMIN');
    headers = {
      'an empty header': '',
      'another scheme': `Basic ${Buffer.from('ann:secret').toString('base64')}`,
      'no scheme': admin,
      'no key': 'Bearer',
      'two keys': `Bearer ${admin} ${admin}`,
      'what is no key': 'Bearer secret',
      'a key cut short': `Bearer ${admin.slice(0, -1)}`,
      'a wrong secret': `Bearer ${wrongKey(admin)}`,
      'an expired key': `Bearer ${await expiredKey(store)}`,
      'a revoked key': `Bearer ${await revokedKey(store)}`,
      'a reviewer’s key': `Bearer ${await keyOf(store, 'REVIEWER', 'Ann')}`,
      'an administrator’s key': `Bearer ${admin}`,
      'an administrator’s key, written otherwise': `bearer   ${admin} `,
    };
  });
  afterAll(() => corpus.stop());

  async function post(body: unknown, authorization?: string, accept = GRAPHQL): Promise<Received> {
    return received(
      await fetch(`${corpus.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept,
          ...(authorization === undefined ? {} : { authorization }),
        },
        body: JSON.stringify(body),
      }),
    );
  }
  const admin = (query: string, variables = {}) => post({ query, variables }, headers['an administrator’s key']);

  it('lets everybody read, and nobody write without a key', async () => {
    expect(await post({ query: READ })).toMatchObject({ status: 200, data: { corpus: { revision: 0 } } });
    expect(await post({ query: KEYS })).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      message: expect.stringMatching(/"keys" needs a key of the role ADMIN\..*Authorization: Bearer KEY/) as string,
      data: undefined,
      asksForKey: true,
    });
  });

  it.each([
    ['an empty header', 'must be "Bearer KEY"'],
    ['another scheme', 'must be "Bearer KEY"'],
    ['no scheme', 'must be "Bearer KEY"'],
    ['no key', 'must be "Bearer KEY"'],
    ['two keys', 'must be "Bearer KEY"'],
    ['what is no key', 'no key of Verbatim'],
    ['a key cut short', 'no key of Verbatim'],
    ['a wrong secret', 'not known here'],
    ['an expired key', 'expired at'],
    ['a revoked key', 'was revoked at'],
  ])('refuses %s whatever is asked for, and however', async (name, words) => {
    const refused = {
      status: 401,
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining(words) as string,
      data: undefined,
      asksForKey: true,
    };
    for (const query of [READ, KEYS, '{ nothing }']) {
      expect(await post({ query }, headers[name])).toEqual(refused);
      expect(await post({ query }, headers[name], 'application/json')).toEqual(refused);
    }
    const url = `${corpus.url}/graphql?query=${encodeURIComponent(READ)}`;
    const authorization = headers[name] ?? '';
    const get = await fetch(url, { headers: { 'apollo-require-preflight': 'yes', authorization } });
    expect(await received(get)).toEqual(refused);
    expect(get.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('lets a key read that may not write, and names the role that is needed', async () => {
    const reviewer = headers['a reviewer’s key'];
    expect(await post({ query: READ }, reviewer)).toMatchObject({ status: 200, code: undefined });
    expect(await post({ query: KEYS }, reviewer)).toEqual({
      status: 403,
      code: 'FORBIDDEN',
      message: '"keys" needs a key of the role ADMIN, and "Ann" has the role REVIEWER.',
      data: undefined,
      asksForKey: false,
    });
  });

  it.each(['an administrator’s key', 'an administrator’s key, written otherwise'])('takes %s', async (name) => {
    const { status, data } = await post({ query: KEYS }, headers[name]);
    expect([status, JSON.stringify(data)]).toEqual([200, expect.stringContaining('"name":"Ann"')]);
    expect(JSON.stringify(data)).not.toMatch(/verbatim_|secret|sha256/i);
  });

  it('answers clients of application/json with 200 where the request was well-formed', async () => {
    const answer = await post({ query: KEYS }, undefined, 'application/json');
    expect(answer).toMatchObject({ status: 200, code: 'UNAUTHENTICATED', data: undefined });
  });

  it('runs nothing of a request of which something is not allowed', async () => {
    const before = await corpus.store.prisma.apiKey.count();
    const query = `mutation { ...Two } fragment Two on Mutation { __typename a: createKey(input: { name: "a", role: ADMIN }) { secret } }`;
    expect(await post({ query }, headers['a reviewer’s key'])).toMatchObject({ status: 403, data: undefined });
    expect(await corpus.store.prisma.apiKey.count()).toBe(before);
  });

  it('makes keys and ends them at once', async () => {
    const expiresAt = '2100-01-01T00:00:00.000Z';
    const made = await admin(CREATE, { input: { name: 'Bob', role: 'ADMIN', expiresAt } });
    const { secret, key } = (made.data as { createKey: { secret: string; key: { id: string } } }).createKey;
    expect(key).toEqual({ id: secret.slice(9, 31), name: 'Bob', role: 'ADMIN', expiresAt, revokedAt: null });
    expect(await post({ query: KEYS }, `Bearer ${secret}`)).toMatchObject({ status: 200 });
    const revoked = await post({ query: REVOKE, variables: { id: key.id } }, `Bearer ${secret}`);
    expect(revoked.data).toEqual({ revokeKey: { key: { id: key.id, revokedAt: expect.any(String) as string } } });
    expect(await post({ query: READ }, `Bearer ${secret}`)).toMatchObject({ status: 401 });
  });

  it('tells what became of a field by a code, and answers 200 since the request was run', async () => {
    expect(await admin(REVOKE, { id: 'A'.repeat(22) })).toMatchObject({ status: 200, code: 'NOT_FOUND', data: null });
    const reserved = await admin(CREATE, { input: { name: 'seeds', role: 'ADMIN' } });
    expect(reserved).toMatchObject({ status: 200, code: 'BAD_USER_INPUT', data: null });
  });

  it('asks the store once for a key, and not at all without one', async () => {
    const key = await keyOf(corpus.store, 'REVIEWER');
    expect(await corpus.countStatements('{ __typename }')).toBe(0);
    expect(await corpus.countStatements('{ __typename }', {}, key)).toBe(1);
    expect(await corpus.countStatements('{ __typename }', {}, key)).toBe(1);
  });

  it('takes mutations by POST alone', async () => {
    const url = `${corpus.url}/graphql?query=${encodeURIComponent('mutation { __typename }')}`;
    const authorization = headers['an administrator’s key'] ?? '';
    const get = await fetch(url, { headers: { 'apollo-require-preflight': 'yes', authorization } });
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await fetch(url, { headers: { authorization } })).status).toBe(400);
  });
});

const GRAPHQL = 'application/graphql-response+json';

async function received(response: Response): Promise<Received> {
  const { data, errors = [] } = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  };
  return {
    status: response.status,
    code: errors[0]?.extensions.code,
    message: errors[0]?.message ?? '',
    data,
    asksForKey: response.headers.get('www-authenticate') === 'Bearer',
  };
}
