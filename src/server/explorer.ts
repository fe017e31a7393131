import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { respond, respondError } from './respond.ts';

/** Where the build puts the pages; as far from the source of this module as from what it is built to. */
const BUILT = fileURLToPath(new URL('../../dist/explorer/', import.meta.url));

/** Addresses that the page itself understands. What it is asked to show, it asks the API for. */
const VIEW =
  /^\/(?:(?:articles|statements|utterances|check|search|actors|events|derivations|timeline|network|review)(?:\/[^/]*){0,2})?$/;
const FILES = '/assets/';
/** Names that hold a hash of what is in the file. */
const HASHED = /-[\w-]{8}\.\w+$/;

/** The page may load from here alone, runs nothing that stands in it, and makes no markup out of text. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Whether a path is one of the explorer's. */
export const isExplorerPath = (pathname: string): boolean => pathname.startsWith(FILES) || VIEW.test(pathname);

/**
 * The web pages for people. One page serves the address of each view; its files are listed once, at the start, so no
 * address leads out of their folder.
 */
export function explorer(folder = BUILT): (request: IncomingMessage, response: ServerResponse, url: URL) => void {
  if (!existsSync(folder)) return notBuilt;
  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, pathname) => {
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'no-referrer');
      response.setHeader('cross-origin-opener-policy', 'same-origin');
      response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
      response.setHeader('cache-control', HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response, { pathname }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      respondError(response, 405, 'BAD_REQUEST', 'Pages are asked for by GET.', { allow: 'GET, HEAD' });
      return;
    }
    if (!pathname.startsWith(FILES)) request.url = '/index.html';
    files(request, response, () => {
      respondError(response, 404, 'NOT_FOUND', 'There is no such file of the explorer.');
    });
  };
}

function notBuilt(_: IncomingMessage, response: ServerResponse): void {
  respond(response, 503, 'The explorer is not built. Run "npm run build", and start the server again.\n', {
    'content-type': 'text/plain; charset=utf-8',
  });
}
