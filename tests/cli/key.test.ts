import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, startCommand, type RunningCommand } from '../support/command.ts';
import { postGraphql } from '../support/served-corpus.ts';

const KEY = /^verbatim_[\w-]{22}_[\w-]{43}\n$/;
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-key-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Serves a store without a corpus. */
async function serve(store: Record<string, string>): Promise<RunningCommand & { readonly url: string }> {
  const running = startCommand(['serve', '--no-seed'], store);
  const printed = await running.printed('Stop it with');
  return { ...running, url: /http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/.exec(printed)?.[0] ?? '' };
}

describe.each([
  ['that nobody has open', () => Promise.resolve(null)],
  ['that a server has open', serve],
])('keys of a store %s', (_, open) => {
  const store = { VERBATIM_DATA: newFolder() };
  let server: RunningCommand | null;
  beforeAll(async () => {
    server = await open(store);
  });
  afterAll(async () => {
    server?.process.kill('SIGTERM');
    await server?.ended();
  });

  it('are made, listed and revoked', async () => {
    expect((await runCommand(['key', 'list'], store)).stdout).toMatch(/^There is no key yet/);

    const create = ['key', 'create', '--role', 'editor', '--name', 'Ann\u202E', '--expires', '2100-01-31'];
    const made = await runCommand(create, store);
    expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(KEY)]);
    expect(made.stderr).toContain('A key of the role EDITOR for Ann<U+202E>.');
    expect(made.stderr).toContain('expires at 2100-01-31T00:00:00.000Z');
    const id = made.stdout.slice(9, 31);

    const listed = await runCommand(['key', 'list', '--json'], store);
    const known = { id, name: 'Ann\u202E', role: 'EDITOR', expiresAt: '2100-01-31T00:00:00.000Z' };
    const createdAt = expect.stringMatching(/Z$/) as string;
    expect(JSON.parse(listed.stdout)).toEqual([{ ...known, createdAt, revokedAt: null }]);

    expect(await runCommand(['key', 'revoke', id], store)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`The key ${id} (Ann<U+202E>) was revoked at `) as string,
    });
    const { stdout } = await runCommand(['key', 'list'], store);
    expect(stdout).toMatch(new RegExp(`^${id}  EDITOR    revoked at \\S+ +Ann<U\\+202E>\n$`));
  });

  it.each([
    ['a name that is taken', ['create', '--role', 'admin', '--name', 'seeds'], 'cannot be "seeds"'],
    ['an unknown id', ['revoke', 'A'.repeat(22)], 'There is no key AAAA'],
  ])('are not made or revoked by %s', (_name, args, words) => refuses(args, store, words));
});

describe('keys', () => {
  it.each([
    [
      'a role that there is not',
      ['create', '--role', 'owner', '--name', 'Ann'],
      'Allowed choices are reviewer, editor',
    ],
    ['no name', ['create', '--role', 'admin'], "required option '--name <name>'"],
    ['no day', ['create', '--role', 'admin', '--name', 'Ann', '--expires', '2100-02-30'], '--expires must be a day'],
  ])('are not made by %s', (_, args, words) => refuses(args, { VERBATIM_DATA: newFolder() }, words));
});

const urlOf = (server: Server): string => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

/** A command about keys says what is wrong in one line, and prints no key. */
async function refuses(args: readonly string[], store: Record<string, string>, words: string): Promise<void> {
  const { code, stdout, stderr } = await runCommand(['key', ...args], store);
  expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining(words)]);
  expect(stderr.trim().split('\n')).toHaveLength(1);
}

describe('a server on an embedded store', () => {
  it('tells its address and a key to the owner of the store alone, as long as it runs', async () => {
    const folder = newFolder();
    const file = join(folder, 'server.json');
    const server = await serve({ VERBATIM_DATA: folder });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { url, key } = JSON.parse(readFileSync(file, 'utf8')) as { url: string; key: string };
    expect(url).toBe(server.url);
    expect(await postGraphql(url, { query: '{ keys { id } }' }, key)).toMatchObject({
      status: 200,
      data: { keys: [] },
    });
    server.process.kill('SIGTERM');
    const { stdout, stderr } = await server.ended();
    expect(stdout + stderr).not.toContain(key);
    expect(existsSync(file)).toBe(false);

    const next = await serve({ VERBATIM_DATA: folder });
    expect(await postGraphql(next.url, { query: '{ __typename }' }, key)).toMatchObject({ status: 401 });
    next.process.kill('SIGTERM');
    await next.ended();
  });

  it('that was killed misleads nobody', async () => {
    const folder = newFolder();
    const killed = await serve({ VERBATIM_DATA: folder });
    killed.process.kill('SIGKILL');
    await killed.ended();
    expect(existsSync(join(folder, 'server.json'))).toBe(true);
    const create = ['key', 'create', '--role', 'admin', '--name', 'Ann'];
    expect(await runCommand(create, { VERBATIM_DATA: folder })).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'server.json'))).toBe(false);
  });

  it('that does not answer leaves commands with an error that says so', async () => {
    const store = { VERBATIM_DATA: newFolder() };
    const file = join(store.VERBATIM_DATA, 'server.json');
    const server = await serve(store);
    const other = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      for (const [told, words] of [
        ['', /belongs to process \d+/],
        ['{"url":', /belongs to process \d+/],
        [JSON.stringify({ url: 'http://127.0.0.1:1', key: 'k' }), /at http:\/\/127\.0\.0\.1:1, .* does not answer/],
        [JSON.stringify({ url: server.url, key: 'k' }), /does not know this store/],
        [JSON.stringify({ url: urlOf(other), key: 'k' }), /does not answer as one \(status 200\)/],
      ] as const) {
        writeFileSync(file, told);
        const { code, stderr } = await runCommand(['key', 'list'], store);
        expect([code, stderr]).toEqual([1, expect.stringMatching(words)]);
      }
    } finally {
      other.close();
      server.process.kill('SIGTERM');
      await server.ended();
    }
  });
});
