import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { isOwn, subscriberOf, type ClientOptions } from './client-of.ts';
import type { ConnectionLimits } from './limits.ts';

/** Milliseconds that a connection has for the beginning of its first request when the server stops. */
const FIRST_BYTES = 500;
/** Milliseconds between two looks for answers that nobody reads. */
const LOOK_FOR_UNREAD = 5_000;
/** Milliseconds between two looks for connections that have become idle, when the server stops. */
const LOOK = 100;

/** What connections are closed for: there are enough, their client has enough, or it does not read what it is sent. */
type ClosedFor = 'connections' | 'connections_of_client' | 'unread';

/** The connections of a server: how many there may be, and how they end. */
export class OpenConnections {
  readonly #sockets = new Set<Socket>();
  readonly #ofClient = new Map<string, number>();
  /** Each with the moment at which all of it was found to be handed over, in milliseconds. */
  readonly #answering = new Map<ServerResponse, number | null>();
  readonly #lookForUnread: NodeJS.Timeout;
  readonly #closed: Record<ClosedFor, number> = { connections: 0, connections_of_client: 0, unread: 0 };
  #isStopping = false;

  constructor(
    private readonly server: Server,
    { connections, connectionsOfClient, unreadTimeout }: ConnectionLimits,
    { includesOwn, proxies }: ClientOptions,
  ) {
    server.maxConnections = connections;
    server.on('drop', () => this.#closed.connections++);
    this.#lookForUnread = setInterval(
      () => {
        this.#giveUpUnread(unreadTimeout);
      },
      Math.min(LOOK_FOR_UNREAD, unreadTimeout),
    ).unref();
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
      const address = socket.remoteAddress ?? '';
      // A proxy connects for all of its clients.
      if (proxies(address, 0) || (!includesOwn && isOwn(address))) return;
      const client = subscriberOf(address);
      const count = 1 + (this.#ofClient.get(client) ?? 0);
      if (count > connectionsOfClient) {
        this.#closed.connections_of_client++;
        socket.destroy();
        return;
      }
      this.#ofClient.set(client, count);
      socket.once('close', () => {
        const left = (this.#ofClient.get(client) ?? 1) - 1;
        if (left > 0) this.#ofClient.set(client, left);
        else this.#ofClient.delete(client);
      });
    });
  }

  /** A client that does not read what it asked for shall not keep it here for ever. */
  #giveUpUnread(unreadTimeout: number): void {
    const now = performance.now();
    for (const [response, since] of this.#answering) {
      if (!response.writableEnded) continue;
      if (since === null) this.#answering.set(response, now);
      else if (now - since >= unreadTimeout) {
        this.#closed.unread++;
        response.destroy();
      }
    }
  }

  /** How many are open. */
  get size(): number {
    return this.#sockets.size;
  }

  /** How many were closed since the start, by the limit that they met. */
  get closed(): Readonly<Record<ClosedFor, number>> {
    return this.#closed;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** A request came, and will be answered by this. */
  answering(response: ServerResponse): void {
    if (this.#isStopping) response.setHeader('connection', 'close');
    this.#answering.set(response, null);
    response.once('close', () => this.#answering.delete(response));
  }

  /** Says in every answer from here on that the connection ends with it. */
  beginToStop(): void {
    this.#isStopping = true;
    for (const response of this.#answering.keys()) if (!response.headersSent) response.setHeader('connection', 'close');
  }

  /**
   * Takes no more connections, and waits for requests under way.
   *
   * @param grace milliseconds after which those are cut that are still there
   */
  close(grace: number): Promise<void> {
    this.beginToStop();
    return new Promise((resolve) => {
      const look = setInterval(() => {
        this.server.closeIdleConnections();
      }, LOOK);
      const hurry = setTimeout(() => {
        this.server.closeAllConnections();
      }, grace);
      // Clients connect in advance. To Node a connection on which nothing was ever asked is not idle.
      const unused = setTimeout(() => {
        for (const socket of this.#sockets) if (socket.bytesRead === 0) socket.destroy();
      }, FIRST_BYTES);
      this.server.close(() => {
        clearInterval(look);
        clearInterval(this.#lookForUnread);
        clearTimeout(hurry);
        clearTimeout(unused);
        resolve();
      });
      this.server.closeIdleConnections();
    });
  }
}
