import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explorer, isExplorerPath } from '../../src/server/explorer.ts';

let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'explorer-'));
  await mkdir(join(folder, 'built', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'built', 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder, 'built', 'assets', 'index-a1B2_3-4.js'), 'let a = 1;');
  await writeFile(join(folder, 'built', 'assets', 'theme.js'), 'let b = 2;');
  const pages = explorer(join(folder, 'built'));
  server = createServer((asked, response) => {
    pages(asked, response, new URL(asked.url ?? '/', 'http://localhost'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** fetch would tidy the path before it is sent. */
const statusOf = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the explorer', () => {
  it.each([
    '/',
    '/articles/a-b',
    '/articles/a%2Fb/changes',
    '/statements/U3Rh',
    '/check',
    '/derivations/a/b',
    '/network',
    '/review',
  ])('gives its page at %s, with nothing allowed that does not come from here', async (path) => {
    const answer = await fetch(url + path);
    expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><title>page</title>']);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': expect.stringMatching(/^text\/html/) as string,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each([
    ['/assets/index-a1B2_3-4.js', 'public, max-age=31536000, immutable'],
    ['/assets/theme.js', 'no-cache'],
  ])('lets %s be kept as long as its name holds', async (path, cached) => {
    const answer = await fetch(url + path);
    expect([answer.headers.get('content-type')?.split(';')[0], answer.headers.get('cache-control')]).toEqual([
      'text/javascript',
      cached,
    ]);
  });

  it.each([
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '/assets//etc/passwd',
    '/assets/%00',
    '/assets/',
    '/assets/nothing-a1B2_3-4.js',
  ])('has nothing at %s', async (path) => {
    expect(await statusOf(path)).not.toBe(500);
    expect(await (await fetch(url + path)).text()).not.toContain('secret');
  });

  it('tells a page from a file that is not there', async () => {
    const answer = await fetch(`${url}/assets/nothing.js`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
  });

  it('is read, and no more', async () => {
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each([
    ['/', true],
    ['/articles/a', true],
    ['/assets/a.js', true],
    ['/articles/a/b/c', false],
    ['/article', false],
    ['/constructor', false],
    ['//', false],
    ['/graphql', false],
    ['/readyz', false],
  ])('takes %s for its own: %s', (path, isItsOwn) => {
    expect(isExplorerPath(path)).toBe(isItsOwn);
  });

  it('says what to do where it was not built', async () => {
    const pages = explorer(join(folder, 'nowhere'));
    const bare = createServer((asked, response) => {
      pages(asked, response, new URL('http://localhost/'));
    });
    await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
    const answer = await fetch(`http://127.0.0.1:${String((bare.address() as AddressInfo).port)}/`);
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')]);
    bare.close();
  });
});
