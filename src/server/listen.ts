import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { VerbatimError } from '../domain/errors.ts';

/**
 * Lets a server listen.
 *
 * @param settings that can be chosen otherwise: "PORT or HOST"
 * @throws VerbatimError UNAVAILABLE when the address cannot be listened on
 */
export function listen(server: Server, host: string, port: number, settings: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'something listens there already' : cause.message;
      reject(
        new VerbatimError(
          'UNAVAILABLE',
          `Cannot listen on ${host}:${String(port)}: ${why}. Choose another ${settings}.`,
          { cause },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

/** "http://127.0.0.1:4000", without a slash at the end. */
export function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
