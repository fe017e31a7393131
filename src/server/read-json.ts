import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseContentType } from 'content-type';
import { CORS } from './cors.ts';
import { LIMITS } from './limits.ts';
import { respondError } from './respond.ts';

/**
 * The text of a request's body that should be JSON, or null after answering why there is none.
 *
 * @param limit bytes
 */
export async function readText(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number = LIMITS.bodyBytes,
): Promise<string | null> {
  const refuse = (status: number, code: string, message: string) => refuseBody(response, status, code, message);
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
  // A few bytes may unpack to any length; requests are short enough as they are.
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    return refuse(
      415,
      'UNSUPPORTED_MEDIA_TYPE',
      `Send the body as it is, without "content-encoding: ${encoding.slice(0, 40)}".`,
    );
  }
  const bytes = await readBytes(request, limit);
  if (bytes === 'too long') return refuse(413, 'REQUEST_TOO_LARGE', `This request may have ${String(limit)} bytes.`);
  if (bytes === 'cut off') return refuse(400, 'BAD_REQUEST', 'The request ended before its body was complete.');
  try {
    return UTF_8.decode(bytes);
  } catch {
    return refuse(400, 'BAD_REQUEST', NO_JSON);
  }
}

/** The bytes of a body. Most come at once with the head, which a library that reads any stream cannot make use of. */
function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | 'too long' | 'cut off'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve('too long');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else {
        request.pause();
        resolve('too long');
      }
    });
    request.on('end', () => {
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    request.on('error', () => {
      resolve('cut off');
    });
  });
}

const JSON_TYPE = { type: 'application/json', parameters: {} };
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON of a text, or null after answering that it is none. */
export function parseJson(text: string, response: ServerResponse): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return refuseBody(response, 400, 'BAD_REQUEST', NO_JSON);
  }
}

const NO_JSON = 'The body is no JSON in UTF-8. Send {"query": "…", "variables": {…}}.';

function refuseBody(response: ServerResponse, status: number, code: string, message: string): null {
  // What is left of a body that is not read would be taken for the next request.
  respondError(response, status, code, message, { ...CORS, connection: 'close' });
  return null;
}

/**
 * The JSON of a request's body, or null after answering why there is none.
 *
 * @param limit bytes
 */
export async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
  limit?: number,
): Promise<{ readonly json: unknown } | null> {
  const text = await readText(request, response, limit);
  return text === null ? null : parseJson(text, response);
}

function contentTypeOf(request: IncomingMessage): ReturnType<typeof parseContentType> | null {
  // As nearly all send it.
  if (request.headers['content-type'] === JSON_TYPE.type) return JSON_TYPE;
  try {
    return parseContentType(request);
  } catch {
    return null;
  }
}
