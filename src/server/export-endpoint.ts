import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { VerbatimError } from '../domain/errors.ts';
import type { Principal } from '../domain/principal.ts';
import { EXPORT_FORMATS, isExportFormat } from '../export/export-formats.ts';
import { inChunks } from '../export/in-chunks.ts';
import { REQUEST_ID, seenOf } from '../observe/seen-request.ts';
import { corpusAt } from '../store/export/corpus-at.ts';
import { revisionToExport } from '../store/export/revision-to-export.ts';
import { ledgerHead } from '../store/ledger/ledger-proofs.ts';
import type { Store } from '../store/store.ts';
import type { Authenticate } from './authenticate.ts';
import { clientOf, type ClientOptions } from './client-of.ts';
import { CORS, PREFLIGHT } from './cors.ts';
import { LIMITS, type ConnectionLimits } from './limits.ts';
import { RATE_LIMITED, type RateLimit } from './rate-limit.ts';
import { respond, respondError } from './respond.ts';
import { isFree, type Safelist } from './safelist.ts';
import { sendChunks } from './send-chunks.ts';
import { readUntil, TimeLimit } from './time-limit.ts';

/** Below which each format has its address. */
export const EXPORT_PATH = '/export/';
/** Counted up when the same corpus is written otherwise than before, so that nobody goes on with what was kept. */
const LAYOUT = 1;
/** Tells in seconds when a client that found no room may try again. */
const RETRY = { 'retry-after': '30' } as const;

/** What exports are served from. */
export interface ExportSources {
  readonly store: Store;
  readonly authenticate: Authenticate;
  /** Null where anything may be asked. */
  readonly safelist: Safelist | null;
  /** Null where any client may ask for as much as it likes. */
  readonly rateLimit: RateLimit | null;
  /** Whom the number of exports of a client is counted for. */
  readonly clients: ClientOptions;
  readonly limits: Pick<ConnectionLimits, 'exports' | 'exportsOfClient' | 'unreadTimeout'>;
}

/**
 * Answers GET and HEAD of /export/FORMAT, `?asOf=` a revision, with a file that is written while it is read. It ends as it should when
 * it is whole; whatever goes wrong on the way breaks the connection, so that no client takes a part for the whole.
 */
export function exportEndpoint(
  sources: ExportSources,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  /** The clients of the exports under way; null for one that may have any number. */
  const open: (string | null)[] = [];
  return async (request, response, url) => {
    const refuse = (status: number, code: string, message: string, headers = {}, limit?: string) => {
      respondError(response, status, code, message, { ...CORS, ...headers }, limit);
    };
    if (request.method === 'OPTIONS') {
      respond(response, 204, '', PREFLIGHT);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(405, 'BAD_REQUEST', 'Exports are got.', { allow: 'GET, HEAD' });
      return;
    }
    const name = url.pathname.slice(EXPORT_PATH.length);
    if (!isExportFormat(name)) {
      const names = Object.keys(EXPORT_FORMATS).join(', ');
      refuse(404, 'NOT_FOUND', `There is no such export. The formats are ${names}, such as ${EXPORT_PATH}csv.`);
      return;
    }
    let principal: Principal | null;
    try {
      principal = await sources.authenticate(request.headers.authorization, seenOf(request));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      refuse(401, 'UNAUTHENTICATED', error.message, { 'www-authenticate': 'Bearer' });
      return;
    }
    if (sources.safelist && !isFree(principal)) {
      refuse(
        403,
        'FORBIDDEN',
        'This server answers the queries of its list only, and gives out no exports without a key of the role ADMIN.',
      );
      return;
    }
    const allowance = sources.rateLimit?.allowanceOf(request, principal) ?? null;
    const isCharged = (nodes: number): boolean => {
      const refused = allowance?.charge(nodes) ?? null;
      if (refused) refuse(429, RATE_LIMITED, refused.message, refused.headers);
      return refused === null;
    };
    if (!isCharged(LIMITS.nodesOfRequest)) return;

    const { patience } = new TimeLimit(LIMITS.exportTimeout, response);
    const store = readUntil(patience, sources.store);
    let revision: number;
    try {
      revision = await revisionToExport(store.sql, readRevision(url));
    } catch (error) {
      if (!(error instanceof VerbatimError) || error.code !== 'BAD_USER_INPUT') throw error;
      refuse(400, error.code, error.message);
      return;
    }
    const format = EXPORT_FORMATS[name];
    const headers = {
      'content-type': format.mediaType,
      'content-disposition': `attachment; filename="verbatim-r${String(revision)}.${format.extension}"`,
      etag: `"${name}.${String(LAYOUT)}.${await ledgerHead(store.sql, revision)}"`,
      'cache-control': 'no-cache',
      'accept-ranges': 'none',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'verbatim-revision': String(revision),
      [REQUEST_ID]: seenOf(request).id,
      ...CORS,
      'access-control-expose-headers': `${CORS['access-control-expose-headers']}, etag, verbatim-revision`,
    };
    if (isKnown(request.headers['if-none-match'], headers.etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    if (request.method === 'HEAD') {
      response.writeHead(200, headers).end();
      return;
    }

    const client = clientOf(request, principal, sources.clients);
    const { exports: most, exportsOfClient: mostOfClient, unreadTimeout } = sources.limits;
    if (client !== null && open.filter((other) => other === client).length >= mostOfClient) {
      refuse(
        429,
        RATE_LIMITED,
        'You have as many exports under way as a client may have. Try again when one is done.',
        RETRY,
        'exports_of_client',
      );
      return;
    }
    if (open.length >= most) {
      refuse(503, 'UNAVAILABLE', 'As many exports are under way as there may be. Try again shortly.', RETRY, 'exports');
      return;
    }
    // Nobody would give back the place of a client that has left.
    if (response.closed || !isCharged(LIMITS.nodesOfExport)) return;
    open.push(client);
    response.once('close', () => {
      open.splice(open.indexOf(client), 1);
    });
    const corpus = await corpusAt(await store.reading(revision), revision);
    await sendChunks(response, headers, inChunks(format.write(corpus)), unreadTimeout);
  };
}

/** The revision that is asked for; null for the newest, NaN for what is no number. */
function readRevision({ searchParams }: URL): number | null {
  const asked = searchParams.get('asOf');
  if (asked === null) return null;
  return /^\d{1,9}$/.test(asked) ? Number(asked) : NaN;
}

/** Whether a client has what it would get (RFC 9110, section 13.1.2). */
const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((known) => known.trim().replace(/^W\//, '') === etag));
