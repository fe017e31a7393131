import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readProxies } from '../../src/server/client-of.ts';
import type { ServerOptions } from '../../src/server/start-server.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { keyOf } from '../support/keys.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries, TEXT } from '../support/small-seeds.ts';

const OWN_TOO = { includesOwn: true, proxies: readProxies([]) };
const HEALTH = 'GET /livez HTTP/1.1\r\nhost: x\r\n\r\n';

describe('a client that is slow or has enough', () => {
  const [corpora, sockets]: [ServedCorpus[], Socket[]] = [[], []];
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const corpus of corpora.splice(0)) await corpus.stop();
  });

  async function serve(options: Partial<ServerOptions>, text = TEXT): Promise<ServedCorpus> {
    const corpus = await serveCorpus(undefined, (store) => new ChangingCorpus(store).sow(ferries({ text })), options);
    corpora.push(corpus);
    return corpus;
  }
  /** A connection, with what came by it; ended tells when the server ended it. */
  async function open({ url }: ServedCorpus, allowHalfOpen = false) {
    const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen });
    sockets.push(socket);
    const opened = { socket, text: '', ended: Promise.resolve() };
    socket.on('error', () => undefined);
    opened.ended = once(socket, 'close').then(() => undefined);
    await once(socket, 'connect');
    return opened;
  }
  const reading = (opened: Awaited<ReturnType<typeof open>>) => {
    opened.socket.setEncoding('utf8').on('data', (text: string) => (opened.text += text));
    return opened;
  };

  it('is told 408 when the head of a request does not come', async () => {
    const corpus = await serve({ connectionLimits: { headersTimeout: 300 } });
    const slow = reading(await open(corpus));
    slow.socket.write('GET /livez HTTP/1.1\r\nhost: x\r\n');
    // A line now and then, as such attacks have it.
    const drip = setInterval(() => slow.socket.write('x-more: y\r\n'), 50);
    await slow.ended;
    clearInterval(drip);
    expect(slow.text).toMatch(/^HTTP\/1.1 408 /);
  });

  it('is told 408 when the rest of a request does not come', async () => {
    const corpus = await serve({ connectionLimits: { headersTimeout: 300, sendTimeout: 600 } });
    const slow = reading(await open(corpus));
    slow.socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{',
    );
    const drip = setInterval(() => slow.socket.write(' '), 100);
    await slow.ended;
    clearInterval(drip);
    expect(slow.text).toMatch(/^HTTP\/1.1 (?:408|400) /);
  });

  it('is let go when it asks nothing more', async () => {
    const corpus = await serve({ connectionLimits: { idleTimeout: 200 } });
    const idle = reading(await open(corpus));
    idle.socket.write(HEALTH);
    await idle.ended;
    expect(idle.text).toMatch(/^HTTP\/1.1 200 /);
  });

  it('is given up when it does not read what it asked for', async () => {
    // More than the buffers of both ends hold.
    const corpus = await serve({ connectionLimits: { unreadTimeout: 300 } }, `${TEXT}\n${'x'.repeat(1_000_000)}\n`);
    const deaf = await open(corpus);
    deaf.socket.pause();
    const aliases = Array.from({ length: 30 }, (_, n) => `a${String(n)}: article(slug: "ferries") { text }`).join(' ');
    const body = JSON.stringify({ query: `{ ${aliases} }` });
    deaf.socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n${body}`,
    );
    await sleep(2_500);
    reading(deaf);
    deaf.socket.resume();
    await deaf.ended;
    expect(deaf.text).toMatch(/^HTTP\/1.1 200 /);
    // Cut short.
    expect(deaf.text.length).toBeLessThan(Number(/content-length: (\d+)/i.exec(deaf.text)?.[1]));
  }, 60_000);

  it.each<[string, Partial<ServerOptions>, number]>([
    ['all together', { connectionLimits: { connections: 3 } }, 3],
    ['a client', { connectionLimits: { connectionsOfClient: 2 }, clients: OWN_TOO }, 2],
  ])('has no more connections than may be open by %s, and another one when it ends one', async (_, options, most) => {
    const corpus = await serve(options);
    const open3 = [];
    for (let number = 0; number < most; number++) open3.push(reading(await open(corpus)));
    for (const each of open3) {
      each.socket.write(HEALTH);
      await once(each.socket, 'data');
    }
    const refused = reading(await open(corpus));
    refused.socket.write(HEALTH);
    await refused.ended;
    expect(refused.text).toBe('');
    open3[0]?.socket.destroy();
    await open3[0]?.ended;
    await sleep(100);
    const next = reading(await open(corpus));
    next.socket.write(HEALTH);
    await once(next.socket, 'data');
    expect(next.text).toMatch(/^HTTP\/1.1 200 /);
  });

  it('spares the own machine and proxies, which connect for many', async () => {
    for (const clients of [undefined, { includesOwn: true, proxies: readProxies(['127.0.0.1']) }]) {
      const corpus = await serve({ connectionLimits: { connectionsOfClient: 1 }, ...(clients ? { clients } : {}) });
      for (let number = 0; number < 3; number++) {
        const opened = reading(await open(corpus));
        opened.socket.write(HEALTH);
        await once(opened.socket, 'data');
        expect(opened.text).toMatch(/^HTTP\/1.1 200 /);
      }
    }
  });

  const subscribe = (
    corpus: ServedCorpus,
    headers: Readonly<Record<string, string>> = {},
    leaving = new AbortController(),
  ) =>
    fetch(`${corpus.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query: 'subscription { changes { totalCount } }' }),
      signal: leaving.signal,
    });

  it('has no more streams than a client may have, by its key or else by its address', async () => {
    const corpus = await serve({
      connectionLimits: { streamsOfClient: 2 },
      clients: { includesOwn: true, proxies: readProxies(['127.0.0.1']) },
    });
    const [one, other] = [{ 'x-forwarded-for': '192.0.2.1' }, { 'x-forwarded-for': '192.0.2.2' }];
    const leaving = new AbortController();
    expect((await subscribe(corpus, one, leaving)).status).toBe(200);
    expect((await subscribe(corpus, one)).status).toBe(200);
    const refused = await subscribe(corpus, one);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect((await subscribe(corpus, other)).status).toBe(200);
    const key = await keyOf(corpus.store, 'REVIEWER');
    expect((await subscribe(corpus, { ...one, authorization: `Bearer ${key}` })).status).toBe(200);
    leaving.abort();
    let { status } = await subscribe(corpus, one);
    while (status === 429) {
      await sleep(20);
      ({ status } = await subscribe(corpus, one));
    }
    expect(status).toBe(200);
  });

  it('has no more streams than there may be', async () => {
    const corpus = await serve({ connectionLimits: { streams: 1 } });
    expect((await subscribe(corpus)).status).toBe(200);
    const refused = await subscribe(corpus);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  });

  it('is told in the answer under way when the server stops, and no other is begun', async () => {
    const corpus = await serve({});
    const body = JSON.stringify({ query: '{ corpus { revision } }' });
    const kept = reading(await open(corpus));
    kept.socket.write(HEALTH);
    await once(kept.socket, 'data');
    const late = reading(await open(corpus));
    late.socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${String(body.length)}\r\n\r\n${body.slice(0, 5)}`,
    );
    await sleep(100);
    const stopped = corpora.pop()?.stop();
    await kept.ended;
    const other = connect({ port: Number(new URL(corpus.url).port), host: '127.0.0.1' });
    await expect(once(other, 'connect')).rejects.toThrow(/ECONNREFUSED/);
    late.socket.write(body.slice(5));
    await late.ended;
    expect(late.text).toMatch(/^HTTP\/1.1 200 /);
    expect(late.text).toMatch(/connection: close/i);
    expect(late.text).toContain('"revision"');
    await stopped;
  });
});
