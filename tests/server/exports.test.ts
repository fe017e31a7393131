import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProxies } from '../../src/server/client-of.ts';
import type { ServerOptions } from '../../src/server/start-server.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { readCsv } from '../support/exports/read-csv.ts';
import { exportOf } from '../support/exports/written.ts';
import { keyOf } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries, TEXT } from '../support/small-seeds.ts';

/** A text that no buffers of a connection hold. */
const LONG = ferries({ text: `${TEXT}\n${'x'.repeat(6_000_000)}\n` });

describe('exports by address', () => {
  const corpora: ServedCorpus[] = [];
  afterEach(async () => {
    for (const corpus of corpora.splice(0)) await corpus.stop();
  });
  async function serve(options: Partial<ServerOptions> = {}, files = ferries()): Promise<ServedCorpus> {
    const corpus = await serveCorpus(undefined, (store) => new ChangingCorpus(store).sow(files), options);
    corpora.push(corpus);
    return corpus;
  }

  it.each([
    ['csv', 'text/csv; charset=utf-8; header=present', 'verbatim-r1.csv'],
    ['jsonld', 'application/ld+json', 'verbatim-r1.jsonld'],
    ['prov', 'application/json; charset=utf-8', 'verbatim-r1.prov.json'],
    ['graphml', 'application/xml; charset=utf-8', 'verbatim-r1.graphml'],
  ] as const)('are files of their kind: %s', async (name, type, file) => {
    const { url, store } = await serve();
    const address = `${url}/export/${name}`;
    const response = await fetch(address);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${file}"`);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe(await exportOf(name, store, 1));

    const head = await fetch(address, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const header of ['content-type', 'content-disposition', 'etag'])
      expect(head.headers.get(header)).toBe(response.headers.get(header));
  });

  it('are known by what they hold, and the past can be had', async () => {
    const { url, store } = await serve();
    const get = (path: string, etag = '"x"') => fetch(url + path, { headers: { 'if-none-match': `"y", ${etag}` } });
    const first = await get('/export/csv');
    const etag = first.headers.get('etag') ?? '';
    const text = await first.text();
    expect([(await get('/export/csv', etag)).status, (await get('/export/csv', `W/${etag}`)).status]).toEqual([
      304, 304,
    ]);
    expect((await get('/export/jsonld', etag)).status).toBe(200);
    await new ChangingCorpus(store).review('The town waits.', 'RETRACT', 'It does not.');
    const later = await get('/export/csv', etag);
    expect([later.status, later.headers.get('verbatim-revision')]).toEqual([200, '2']);
    expect(readCsv(await later.text())).toHaveLength(readCsv(text).length - 1);
    expect((await get('/export/csv?asOf=1', etag)).status).toBe(304);
    expect(await (await get('/export/csv?asOf=1')).text()).toBe(text);
  });

  it.each<[name: string, path: string, init: RequestInit, status: number, message: RegExp]>([
    ['a format that there is not', '/export/xls', {}, 404, /formats are csv, jsonld, prov, graphml/],
    ['no format', '/export/', {}, 404, /no such export/],
    ['what every object has', '/export/constructor', {}, 404, /no such export/],
    ['a revision that is not there', '/export/csv?asOf=2', {}, 400, /no revision 2 to export: name one from 0 to 1/],
    ['a revision that is none', '/export/csv?asOf=new', {}, 400, /no revision/],
    ['another method', '/export/csv', { method: 'POST' }, 405, /got/],
    ['a key that is none', '/export/csv', { headers: { authorization: 'Bearer x' } }, 401, /key/],
  ])('are refused: %s', async (_, path, init, status, message) => {
    const { url } = await serve();
    const response = await fetch(url + path, init);
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect([response.status, errors[0]?.message]).toEqual([status, expect.stringMatching(message)]);
  });

  /** A client that has sent its request and reads nothing. */
  async function deafClient({ url }: ServedCorpus) {
    const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' });
    socket.pause().on('error', () => undefined);
    await once(socket, 'connect');
    socket.write('GET /export/jsonld HTTP/1.1\r\nhost: x\r\n\r\n');
    return socket;
  }
  /** Asks again until it is answered so. */
  async function untilStatus(ask: () => Promise<Response>, status: number): Promise<Response> {
    for (;;) {
      const response = await ask();
      if (response.status === status) return response;
      await response.body?.cancel();
    }
  }

  it('are few at once, and a client that leaves makes room', async () => {
    const corpus = await serve({ connectionLimits: { exports: 1 } }, LONG);
    const deaf = await deafClient(corpus);
    const get = () => fetch(`${corpus.url}/export/csv`);
    const refused = await untilStatus(get, 503);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(await refused.text()).toContain('As many exports are under way as there may be');
    expect((await fetch(`${corpus.url}/export/csv`, { method: 'HEAD' })).status).toBe(200);
    deaf.destroy();
    await (await untilStatus(get, 200)).text();
  });

  it('are one at a time for each client', async () => {
    const clients = { includesOwn: true, proxies: readProxies([]) };
    const corpus = await serve({ clients }, LONG);
    const deaf = await deafClient(corpus);
    const refused = await untilStatus(() => fetch(`${corpus.url}/export/csv`), 429);
    expect(await refused.text()).toContain('as a client may have');
    deaf.destroy();
  });

  it('are charged for', async () => {
    const clients = { includesOwn: true, proxies: readProxies([]) };
    const rateLimit = { ...clients, rate: { perSecond: 1, burst: 12_000 } };
    const limited = await serve({ rateLimit });
    const statuses: number[] = [];
    for (let n = 0; n < 2; n++) {
      const response = await fetch(`${limited.url}/export/csv`);
      statuses.push(response.status);
      await response.text();
    }
    expect(statuses).toEqual([200, 429]);
  });

  it('are given out to administrators alone where only the queries of a list are answered', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-exports-'));
    const safelistFile = join(folder, 'list.json');
    writeFileSync(safelistFile, JSON.stringify({ none: '{ corpus { revision } }' }));
    const corpus = await serve({ safelistFile });
    rmSync(folder, { recursive: true });
    const statusWith = async (key: string | null) => {
      const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
      const response = await fetch(`${corpus.url}/export/csv`, { headers });
      await response.text();
      return response.status;
    };
    expect(await statusWith(null)).toBe(403);
    expect(await statusWith(await keyOf(corpus.store, 'EDITOR'))).toBe(403);
    expect(await statusWith(await keyOf(corpus.store, 'ADMIN'))).toBe(200);
  });
});
