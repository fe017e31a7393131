import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readProxies } from '../../src/server/client-of.ts';
import { metricsAt, serveObserved, type ObservedCorpus } from '../support/observed-corpus.ts';

describe('the metrics of connections', () => {
  const sockets: Socket[] = [];
  let corpus: ObservedCorpus;
  beforeAll(async () => {
    corpus = await serveObserved({
      level: 'warn',
      metrics: { listen: { host: '127.0.0.1', port: 0 }, key: null },
      fill: () => Promise.resolve(),
      rateLimit: { rate: { perSecond: 1_000, burst: 1_000 }, includesOwn: true, proxies: readProxies(['127.0.0.2']) },
      connectionLimits: { connections: 5, connectionsOfClient: 3 },
    });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await corpus.stop();
  });

  /** A connection from an address of this machine. */
  async function open(localAddress: string): Promise<Socket> {
    const socket = connect({ port: Number(new URL(corpus.url).port), host: '127.0.0.1', localAddress });
    sockets.push(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }

  /** Looks until the numbers are as they should be: the server learns of a connection a moment after its client. */
  async function expectMetrics(expected: Readonly<Record<string, number>>): Promise<void> {
    let found: Record<string, number | undefined> = {};
    for (let tries = 0; tries < 200; tries++) {
      const all = await metricsAt(corpus.metricsUrl);
      found = Object.fromEntries(Object.keys(expected).map((key) => [key, all.get(key)]));
      if (Object.entries(expected).every(([key, value]) => found[key] === value)) return;
      await sleep(10);
    }
    expect(found).toEqual(expected);
  }
  const closed = (limit: string) => `verbatim_closed_connections_total{limit="${limit}"}`;

  it('tell how many are open, and how many each limit has closed', async () => {
    await expectMetrics({
      verbatim_open_connections: 0,
      [closed('connections')]: 0,
      [closed('connections_of_client')]: 0,
    });
    for (let n = 0; n < 3; n++) await open('127.0.0.1');
    await expectMetrics({ verbatim_open_connections: 3, [closed('connections_of_client')]: 0 });
    await open('127.0.0.1');
    await expectMetrics({ verbatim_open_connections: 3, [closed('connections_of_client')]: 1 });
    // By a proxy, which may have as many as there are.
    for (let n = 0; n < 2; n++) await open('127.0.0.2');
    await expectMetrics({ verbatim_open_connections: 5, [closed('connections')]: 0 });
    await open('127.0.0.2');
    await expectMetrics({
      verbatim_open_connections: 5,
      [closed('connections')]: 1,
      [closed('connections_of_client')]: 1,
    });
    sockets[0]?.destroy();
    await expectMetrics({ verbatim_open_connections: 4, [closed('unread')]: 0 });
  });
});
