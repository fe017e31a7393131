import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How a network is, in both directions. */
export interface Weather {
  /** Milliseconds that everything takes longer. */
  delay: number;
  /** Bytes a second; null for as many as there are. */
  throttle: number | null;
  /** After so many bytes of an answer the connection is cut; null for never. */
  cutAfter: number | null;
  /** Nothing comes through, and nobody is told so: the connection is open at one end only. */
  isDead: boolean;
}

export const FAIR: Readonly<Weather> = { delay: 0, throttle: null, cutAfter: null, isDead: false };

/** A network between a client and a server, of which the weather can be made. */
export interface Proxy {
  readonly port: number;
  /** May change at any time, also for connections that are open. */
  readonly weather: Weather;
  /** Cuts all connections that are open. */
  cut(): void;
  close(): Promise<void>;
}

/** Passes connections on to a port of 127.0.0.1. */
export async function startProxy(port: number): Promise<Proxy> {
  const weather: Weather = { ...FAIR };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket));
    }
    void pass(client, upstream, weather, false);
    void pass(upstream, client, weather, true);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    weather,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        cut();
      }),
  };
}

async function pass(from: Socket, to: Socket, weather: Weather, isAnswer: boolean): Promise<void> {
  let passed = 0;
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      const { delay, throttle, cutAfter } = weather;
      const wait = delay + (throttle === null ? 0 : (1_000 * chunk.length) / throttle);
      if (wait > 0) await pause(wait);
      // Who sends believes that it arrived.
      if (weather.isDead) continue;
      passed += chunk.length;
      const isCut = isAnswer && cutAfter !== null && passed > cutAfter;
      to.write(isCut ? chunk.subarray(0, Math.max(0, chunk.length - (passed - cutAfter))) : chunk);
      if (!isCut) continue;
      from.destroy();
      to.end();
      return;
    }
    to.end();
  } catch {
    to.destroy();
  }
}
