import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { sendChunks } from '../../src/server/send-chunks.ts';

const PROTOCOLS = ['HTTP/1.1', 'HTTP/1.0'];
const PIECE = 'x'.repeat(100_000);

describe('a body in chunks', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  /** What a client gets, of which the connection is open until it has ended or failed. */
  async function received(
    protocol: string,
    chunks: () => AsyncIterable<string>,
    { unreadTimeout = 5_000, isReading = true } = {},
  ) {
    const problems: unknown[] = [];
    server = createServer((_, response) => {
      sendChunks(response, { 'content-type': 'text/plain' }, chunks(), unreadTimeout).catch((error: unknown) => {
        problems.push(error);
      });
      response.once('close', () => {
        if (!isReading) socket.resume();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
    let text = '';
    let code: string | null = null;
    socket.setEncoding('utf8').on('data', (part: string) => (text += part));
    socket.on('error', (error: NodeJS.ErrnoException) => (code = error.code ?? null));
    if (!isReading) socket.pause();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(`GET / ${protocol}\r\nhost: x\r\nconnection: close\r\n\r\n`);
    await closed;
    return { text, code: code as string | null, problems };
  }

  it.each(PROTOCOLS)('comes whole, and the connection ends as it should: %s', async (protocol) => {
    const { text, code, problems } = await received(protocol, async function* () {
      for (let n = 0; n < 30; n++) yield await Promise.resolve(PIECE);
    });
    expect([text.startsWith('HTTP/1.1 200 OK'), text.split('x').length - 1, code, problems]).toEqual([
      true,
      // Once more in the head: "text/plain".
      30 * PIECE.length + 1,
      null,
      [],
    ]);
  });

  it.each(PROTOCOLS)('that cannot be read to its end breaks the connection: %s', async (protocol) => {
    const { text, code, problems } = await received(protocol, async function* () {
      yield await Promise.resolve(PIECE);
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error('the disk is gone');
    });
    expect([code, problems]).toEqual(['ECONNRESET', [new Error('the disk is gone')]]);
    expect(text).not.toMatch(/\r\n0\r\n\r\n$/);
  });

  it.each(PROTOCOLS)('is read no further than a client reads, who is given up in the end: %s', async (protocol) => {
    let pieces = 0;
    const { text } = await received(
      protocol,
      async function* () {
        for (; pieces < 500; pieces++) yield await Promise.resolve(PIECE);
      },
      { unreadTimeout: 200, isReading: false },
    );
    // Node tells the client that reads late of an end, not of the reset before it: that much is missing is what is left to see.
    expect(text.length).toBeLessThan(pieces * PIECE.length);
    expect(pieces).toBeLessThan(500);
  });
});
