import { sha256 } from '../../src/domain/sha256.ts';
import { createKey } from '../../src/store/keys/create-key.ts';
import { findPrincipal } from '../../src/store/keys/find-principal.ts';
import { keyText, newKey, readKeyText, readShortKeyId, shortKeyId } from '../../src/store/keys/key-text.ts';
import { listKeys } from '../../src/store/keys/list-keys.ts';
import { revokeKey } from '../../src/store/keys/revoke-key.ts';
import type { Store } from '../../src/store/store.ts';
import { wrongKey } from '../support/keys.ts';
import { STORES } from '../support/stores.ts';

const unauthenticated = (words: string | RegExp) => ({
  code: 'UNAUTHENTICATED',
  message: expect.stringMatching(words) as string,
});

describe('the text of a key', () => {
  it('is read as what it was made of', () => {
    for (let round = 0; round < 200; round++) {
      const parts = newKey();
      expect(keyText(parts)).toMatch(/^verbatim_[\w-]{22}_[\w-]{43}$/);
      expect(readKeyText(keyText(parts))).toEqual(parts);
      expect(shortKeyId(parts.id)).not.toMatch(/^-/);
    }
  });

  const [id, secret] = ['_'.repeat(21) + 'w', '-'.repeat(43)];
  it.each([
    ['', ''],
    ['without its beginning', `${id}_${secret}`],
    ['with another beginning', `verbatin_${id}_${secret}`],
    ['cut short', `verbatim_${id}_${secret.slice(1)}`],
    ['with something behind it', `verbatim_${id}_${secret}=`],
    ['with a line end', `verbatim_${id}_${secret}\n`],
    ['with a foreign letter', `verbatim_${id}_${secret.slice(1)}ß`],
    ['whose id has another spelling', `verbatim_${id.slice(0, -1)}x_${secret}`],
  ])('is no key %s', (_, text) => {
    expect(readKeyText(`verbatim_${id}_${secret}`)).not.toBeNull();
    expect(readKeyText(text)).toBeNull();
  });

  it('has one spelling of its id', () => {
    expect(readShortKeyId(id)).toBe('ffffffff-ffff-ffff-ffff-ffffffffffff');
    expect(readShortKeyId(`${id.slice(0, -1)}x`)).toBeNull();
  });
});

describe.each(STORES)('keys in the $kind store', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const make = (name: string, expiresAt: Date | null = null) => createKey(store, { name, role: 'EDITOR', expiresAt });
  const inAnHour = () => new Date(Date.now() + 3_600_000);
  const find = (key: string, now = new Date()) => findPrincipal(store.sql, key, now);

  it('tell whose they are, and leave no trace of their secret', async () => {
    const { key, row } = await make('Ann’s desk', inAnHour());
    expect(await find(key)).toEqual({ name: 'Ann’s desk', role: 'EDITOR', keyId: row.id });
    const { secret = '' } = readKeyText(key) ?? {};
    const [stored] = await store.sql.query<object>({ name: '', text: 'SELECT * FROM api_key WHERE id = $1' }, [row.id]);
    expect(Object.values(stored ?? {})).toContain(sha256(secret));
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('make no revision', async () => {
    await revokeKey(store, shortKeyId((await make('passing')).row.id));
    expect(await store.prisma.revision.count()).toBe(0);
  });

  it('are refused in the same words when the secret is wrong as when there is none of that id', async () => {
    const { key, row } = await make('guessed at');
    const refused = async (text: string) => find(text).then(String, (error: unknown) => String(error));
    const unknown = keyText({ id: newKey().id, secret: readKeyText(key)?.secret ?? '' });
    await revokeKey(store, shortKeyId(row.id));
    expect(await refused(wrongKey(key))).toBe(await refused(unknown));
    await expect(find(unknown)).rejects.toMatchObject(unauthenticated('not known here'));
    await expect(find('Bearer')).rejects.toMatchObject(unauthenticated('no key of Verbatim'));
  });

  it('hold up to the moment at which they expire', async () => {
    const expiresAt = inAnHour();
    const { key } = await make('short', expiresAt);
    expect(await find(key, new Date(expiresAt.getTime() - 1))).toMatchObject({ name: 'short' });
    await expect(find(key, expiresAt)).rejects.toMatchObject(unauthenticated(/"short".* expired at/));
  });

  it('are refused from their revocation on, which is for good', async () => {
    const { key, row } = await make('lost');
    const revoked = await revokeKey(store, shortKeyId(row.id));
    expect(revoked).toEqual({ ...row, revokedAt: expect.any(Date) as Date });
    await expect(find(key)).rejects.toMatchObject(unauthenticated(/"lost".* was revoked at/));
    expect(await revokeKey(store, shortKeyId(row.id))).toEqual(revoked);
  });

  it.each([
    ['no id', 'nothing', 'BAD_USER_INPUT'],
    ['a UUID', newKey().id, 'BAD_USER_INPUT'],
    ['an unknown id', shortKeyId(newKey().id), 'NOT_FOUND'],
  ])('cannot be revoked by %s', async (_, id, code) => {
    await expect(revokeKey(store, id)).rejects.toMatchObject({ code });
  });

  it('are listed the oldest first, revoked ones too', async () => {
    const { row } = await make('the newest');
    const all = await listKeys(store.sql);
    expect(all.at(-1)).toEqual(row);
    expect(all.find(({ name }) => name === 'lost')?.revokedAt).toBeInstanceOf(Date);
  });

  it('are never deleted, and only ever revoked', async () => {
    await expect(store.prisma.apiKey.deleteMany()).rejects.toThrow();
    await expect(store.prisma.apiKey.updateMany({ data: { role: 'ADMIN' } })).rejects.toThrow();
  });

  it.each([
    ['empty', '', 'must not be empty'],
    ['of spaces', ' \u200B ', 'must not be empty'],
    ['too long', 'é'.repeat(101), 'may have 100 characters'],
    ['not storable', 'a\0b', 'U+0000'],
    ['of two lines', 'Ann\nseeds', 'single line'],
    ['that of the seeds', 'Seeds', 'cannot be "seeds"'],
    ['that of the command line', ' command\u200B  line', 'cannot be "command line"'],
  ])('have no name that is %s', async (_, name, words) => {
    await expect(make(name)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining(words) as string,
    });
  });

  it('may be called otherwise, in up to 100 characters, and share a name', async () => {
    for (const name of ['🕊'.repeat(100), 'seeds of doubt', 'Ann', 'Ann'])
      expect((await make(name)).row.name).toBe(name);
  });

  it('do not expire before they are made', async () => {
    await expect(make('late', new Date(Date.now() - 1))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
