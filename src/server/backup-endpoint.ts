import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { VerbatimError } from '../domain/errors.ts';
import { inChunks } from '../export/in-chunks.ts';
import { requireRole } from '../graphql/roles.ts';
import { REQUEST_ID, seenOf } from '../observe/seen-request.ts';
import { backUp } from '../store/backup/back-up.ts';
import type { Store } from '../store/store.ts';
import type { Authenticate } from './authenticate.ts';
import { refusal } from './refusal.ts';
import { respondError } from './respond.ts';
import { sendChunks } from './send-chunks.ts';

/**
 * Gives a backup of the store to who sends a key of the role ADMIN, as lines of JSON. It comes as it is read, for as long as that takes.
 * One that breaks off has no last line, and the connection is closed: nobody takes it for whole.
 *
 * @param unreadTimeout milliseconds after which a client is given up that does not read: writes may wait for it
 */
export function backupEndpoint(
  store: Store,
  authenticate: Authenticate,
  unreadTimeout: number,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    if (request.method !== 'GET') {
      respondError(response, 405, 'BAD_REQUEST', 'A backup is asked for by GET.', { allow: 'GET' });
      return;
    }
    try {
      const principal = await authenticate(request.headers.authorization, seenOf(request));
      requireRole(principal, 'ADMIN', 'backup');
    } catch (error) {
      const refused = error instanceof VerbatimError ? refusal(error) : error;
      if (!(refused instanceof GraphQLError)) throw error;
      const { code, http } = refused.extensions as { code: string; http: { status: number } };
      respondError(
        response,
        http.status,
        code,
        refused.message,
        http.status === 401 ? { 'www-authenticate': 'Bearer' } : {},
      );
      return;
    }
    const headers = {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store',
      [REQUEST_ID]: seenOf(request).id,
    };
    await sendChunks(response, headers, inChunks(backUp(store)), unreadTimeout);
  };
}
