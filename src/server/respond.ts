import type { ServerResponse } from 'node:http';
import { REQUEST_ID, seenOf } from '../observe/seen-request.ts';

/** Answers with JSON. */
export function respondJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  respond(response, status, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/**
 * Answers an error outside GraphQL in the shape of one inside.
 *
 * @param limit which one was met, where the code stands for several
 */
export function respondError(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  limit: string | null = null,
): void {
  seenOf(response.req).refusedFor(code, limit);
  respondJson(response, status, { errors: [{ message, extensions: { code } }] }, headers);
}

/** Answers with a body; a HEAD request gets its headers only. */
export function respond(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, {
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    [REQUEST_ID]: seenOf(response.req).id,
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
