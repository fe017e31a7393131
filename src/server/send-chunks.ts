import type { ServerResponse } from 'node:http';

/**
 * Answers 200 with a body in chunks, each read when the one before it has left: a slow client is not read ahead of. The head is sent
 * with the first one, so that what cannot be read at all can still be refused. What fails later resets the connection: a client of
 * HTTP/1.0 would take a mere end for that of the body.
 *
 * @param unreadTimeout milliseconds after which a client is given up that does not take what waits for it
 * @throws what reading the chunks throws
 */
export async function sendChunks(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  chunks: AsyncIterable<string>,
  unreadTimeout: number,
): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (!response.headersSent) response.writeHead(200, headers);
      if (!response.write(chunk)) await room(response, unreadTimeout);
      if (response.closed) return;
    }
  } catch (error) {
    if (response.headersSent) response.socket?.resetAndDestroy();
    throw error;
  }
  response.end();
}

/** Waits until a client has taken what waits for it, or is gone. */
function room(response: ServerResponse, unreadTimeout: number): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => response.socket?.resetAndDestroy(), unreadTimeout);
    const goOn = () => {
      clearTimeout(giveUp);
      response.off('drain', goOn).off('close', goOn);
      resolve();
    };
    response.once('drain', goOn).once('close', goOn);
    if (response.closed) goOn();
  });
}
