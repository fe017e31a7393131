import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GraphQLError } from 'graphql';
import { VerbatimError } from '../domain/errors.ts';
import { requireRole } from '../graphql/roles.ts';
import { REQUEST_ID, seenOf } from '../observe/seen-request.ts';
import { backUp } from '../store/backup/back-up.ts';
import type { Store } from '../store/store.ts';
import type { Authenticate } from './authenticate.ts';
import { refusal } from './refusal.ts';
import { respondError } from './respond.ts';

/**
 * Gives a backup of the store to who sends a key of the role ADMIN, as lines of JSON. It comes as it is read, for as long as that takes.
 * One that breaks off has no last line, and the connection is closed: nobody takes it for whole.
 */
export function backupEndpoint(
  store: Store,
  authenticate: Authenticate,
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
    const lines = Readable.from(backUp(store));
    response.setHeader(REQUEST_ID, seenOf(request).id);
    response.setHeader('content-type', 'application/x-ndjson');
    response.setHeader('cache-control', 'no-store');
    await pipeline(lines, response);
  };
}
