import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { sha256 } from '../domain/sha256.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { MetricsSettings } from '../observe/observation.ts';
import { isSecretOf } from '../store/keys/is-secret-of.ts';
import { listen, urlOf } from './listen.ts';
import { respond, respondError } from './respond.ts';

export const METRICS_PATH = '/metrics';

/** Answers GET with metrics; with a key, only to who sends it as "Authorization: Bearer KEY". */
export function metricsEndpoint(
  { contentType, text }: Metrics,
  key: string | null,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const hash = key === null ? null : sha256(key);
  return async ({ method, headers: { authorization = '' } }, response) => {
    if (method !== 'GET' && method !== 'HEAD') {
      respondError(response, 405, 'BAD_REQUEST', 'Metrics are got.', { allow: 'GET, HEAD' });
      return;
    }
    const sent = /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
    if (hash !== null && !isSecretOf(sent, hash)) {
      respondError(
        response,
        401,
        'UNAUTHENTICATED',
        'Metrics need the key of METRICS_KEY: "Authorization: Bearer KEY".',
        {
          'www-authenticate': 'Bearer',
        },
      );
      return;
    }
    const metrics = await text().catch(() => null);
    if (metrics === null) respondError(response, 503, 'UNAVAILABLE', 'A worker does not tell its numbers now.');
    else respond(response, 200, metrics, { 'content-type': contentType, 'cache-control': 'no-store' });
  };
}

/** Metrics that can be had at an address of their own. */
export interface ServedMetrics {
  /** "http://127.0.0.1:9464/metrics" */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Lets metrics be had on a port of their own.
 *
 * @throws VerbatimError UNAVAILABLE when the address cannot be listened on
 */
export async function serveMetrics(
  metrics: Metrics,
  { host, port }: NonNullable<MetricsSettings['listen']>,
  key: string | null,
): Promise<ServedMetrics> {
  const answer = metricsEndpoint(metrics, key);
  const server = createServer((request, response) => {
    if (request.url?.split('?', 1)[0] === METRICS_PATH) void answer(request, response);
    else respondError(response, 404, 'NOT_FOUND', `There is nothing here but ${METRICS_PATH}.`);
  });
  await listen(server, host, port, 'METRICS_PORT or METRICS_HOST');
  return {
    url: urlOf(server, host) + METRICS_PATH,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
