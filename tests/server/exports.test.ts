import { once } from 'node:events';
import { connect } from 'node:net';
import { readProxies } from '../../src/server/client-of.ts';
import type { ServerOptions } from '../../src/server/start-server.ts';
import type { Store } from '../../src/store/store.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { readCsv } from '../support/exports/read-csv.ts';
import { exportOf } from '../support/exports/written.ts';
import { keyOf } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { article } from '../support/seed-folder.ts';
import { ferries } from '../support/small-seeds.ts';

/** Texts that no buffers of a connection hold. */
const LONG = Object.assign(
  {},
  ...Array.from({ length: 30 }, (_, n) => {
    const name = `long-${String(n)}`;
    return article(name, `Long ${String(n)}\n\n${'It rains. '.repeat(60_000)}\n`);
  }),
) as ReturnType<typeof article>;

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
  async function deafClient({ url }: ServedCorpus, protocol = 'HTTP/1.1') {
    const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' });
    socket.pause().on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(`GET /export/jsonld ${protocol}\r\nhost: x\r\n\r\n`);
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

  it.each(['HTTP/1.1', 'HTTP/1.0'])(
    'are read no further than a client reads, who is given up in the end: %s',
    async (protocol) => {
      const corpus = await serve({ connectionLimits: { unreadTimeout: 300 } }, LONG);
      const deaf = await deafClient(corpus, protocol);
      let bytes = 0;
      deaf.on('data', (data: Buffer) => (bytes += data.length));
      deaf.pause();
      const failed = once(deaf, 'error');
      await untilStatus(async () => {
        const own = await deafClient(corpus);
        own.destroy();
        return fetch(`${corpus.url}/livez`);
      }, 200);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      deaf.resume();
      expect(await failed).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
      expect(bytes).toBeLessThan((await exportOf('jsonld', corpus.store, 1)).length);
    },
  );

  it.each(['HTTP/1.1', 'HTTP/1.0'])('that fail on the way end in no whole file: %s', async (protocol) => {
    const corpus = await serve({}, LONG);
    const { sql } = corpus.store;
    void sql;
    const socket = connect({ port: Number(new URL(corpus.url).port), host: '127.0.0.1' });
    const failed = once(socket, 'error');
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      if (text === '') void corpus.store.close();
      text += part;
    });
    socket.write(`GET /export/jsonld ${protocol}\r\nhost: x\r\n\r\n`);
    expect(await failed).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).not.toMatch(/\]\}\s*$/);
  });

  it('are charged for, and given out by a server with a list of queries to nobody but its administrators', async () => {
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
});

/** Kept for the type of what is served. */
export type { Store };
