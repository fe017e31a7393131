import { LIMITS } from '../../src/server/limits.ts';
import { keyOf, revokedKey, wrongKey } from '../support/keys.ts';
import { postGraphql, serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

let corpus: ServedCorpus;
beforeAll(async () => {
  corpus = await serveCorpus(undefined, () => Promise.resolve());
});
afterAll(() => corpus.stop());

/** A request of more bytes than these, most of them blanks. */
const longer = (bytes: number) => ({ query: `{ corpus { revision } }${' '.repeat(bytes)}` });

describe('A request that is longer than most', () => {
  it.each([
    ['nobody', () => Promise.resolve(undefined)],
    ['a reviewer', () => keyOf(corpus.store, 'REVIEWER')],
    ['a key that is not known', async () => wrongKey(await keyOf(corpus.store, 'ADMIN', 'another'))],
    ['a key that was revoked', () => revokedKey(corpus.store)],
    ['something that is no key', () => Promise.resolve('key')],
  ])('is refused of %s', async (_, key) => {
    const { status, errors } = await postGraphql(corpus.url, longer(LIMITS.bodyBytes), await key());
    expect([status, errors[0]?.extensions.code]).toEqual([413, 'REQUEST_TOO_LARGE']);
    expect(errors[0]?.message).toContain('100000 bytes');
  });

  it.each(['EDITOR', 'ADMIN'] as const)('is answered to the role %s, up to a limit', async (role) => {
    const key = await keyOf(corpus.store, role);
    expect(await postGraphql(corpus.url, longer(LIMITS.editorBodyBytes - 1_000), key)).toMatchObject({
      status: 200,
      errors: [],
    });
    const { status, errors } = await postGraphql(corpus.url, longer(LIMITS.editorBodyBytes), key);
    expect([status, errors[0]?.message]).toEqual([413, expect.stringContaining('5000000 bytes')]);
  });

  it('is refused before the rest of it comes, where its length is told', async () => {
    const response = await fetch(`${corpus.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(longer(LIMITS.editorBodyBytes)),
    });
    expect([response.status, response.headers.get('connection')]).toEqual([413, 'close']);
  });
});

describe('A request that is as long as most', () => {
  it('with a key that is not valid is refused for the key, by GET and by POST', async () => {
    const key = wrongKey(await keyOf(corpus.store, 'ADMIN', 'a third'));
    const byPost = await postGraphql(corpus.url, { query: '{ corpus { revision } }' }, key);
    expect([byPost.status, byPost.errors[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    const byGet = await fetch(`${corpus.url}/graphql?query=%7B__typename%7D`, {
      headers: { 'apollo-require-preflight': 'yes', authorization: `Bearer ${key}` },
    });
    expect(byGet.status).toBe(401);
  });
});
