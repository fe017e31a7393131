import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseContentType } from 'content-type';
import getRawBody from 'raw-body';
import { CORS } from './cors.ts';
import { LIMITS } from './limits.ts';
import { respondError } from './respond.ts';

/**
 * The JSON of a request's body, or null after answering why there is none.
 *
 * @param limit bytes
 */
export async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number = LIMITS.bodyBytes,
): Promise<{ readonly json: unknown } | null> {
  const refuse = (status: number, code: string, message: string) => {
    // What is left of a body that is not read would be taken for the next request.
    respondError(response, status, code, message, { ...CORS, connection: 'close' });
    return null;
  };
  const type = contentTypeOf(request);
  if (type?.type !== 'application/json') {
    return refuse(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      'POST the query as JSON, with the header "content-type: application/json".',
    );
  }
  const charset = type.parameters['charset']?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8') return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', `Send UTF-8, not ${charset.slice(0, 40)}.`);
  let bytes: Buffer;
  try {
    bytes = await getRawBody(request, { limit, length: request.headers['content-length'] ?? null });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
    return isTooLarge
      ? refuse(413, 'REQUEST_TOO_LARGE', `This request may have ${String(limit)} bytes.`)
      : refuse(400, 'BAD_REQUEST', 'The request ended before its body was complete.');
  }
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return refuse(400, 'BAD_REQUEST', 'The body is no JSON in UTF-8. Send {"query": "…", "variables": {…}}.');
  }
}

function contentTypeOf(request: IncomingMessage): ReturnType<typeof parseContentType> | null {
  try {
    return parseContentType(request);
  } catch {
    return null;
  }
}
