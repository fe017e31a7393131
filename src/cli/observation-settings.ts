import { z } from 'zod';
import { VerbatimError } from '../domain/errors.ts';
import { LOG_FORMATS, LOG_LEVELS, type LogSettings } from '../observe/create-log.ts';
import type { ObservationSettings } from '../observe/observation.ts';
import { isTracingWanted } from '../observe/tracing.ts';

/** Shorter keys could be guessed. */
const SHORTEST_KEY = 16;

const variables = z.object({
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('warn'),
  LOG_FORMAT: z.enum(LOG_FORMATS, `must be one of ${LOG_FORMATS.join(', ')}`).default('auto'),
  METRICS_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number, such as 9464')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be at most 65535')
    .optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_KEY: z
    .string()
    .regex(/^[!-~]+$/, 'must be a word of ASCII characters')
    .min(SHORTEST_KEY, `must have ${String(SHORTEST_KEY)} characters at least`)
    .optional(),
  SLOW_QUERY_MS: z
    .string()
    .regex(/^\d{1,7}$/, 'must be a number of milliseconds, such as 200')
    .transform(Number)
    .optional(),
});

/**
 * Reads LOG_LEVEL, LOG_FORMAT, METRICS_PORT, METRICS_HOST, METRICS_KEY, SLOW_QUERY_MS, and of OpenTelemetry's variables whether there
 * are to be traces. An empty variable counts as not set.
 *
 * @throws VerbatimError BAD_USER_INPUT that names the variable, and not what METRICS_KEY holds
 */
export function readObservation(
  environment: Readonly<Record<string, string | undefined>>,
): ObservationSettings & { readonly log: LogSettings } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const checked = variables.safeParse(given);
  if (!checked.success) {
    const { path, message } = checked.error.issues[0] ?? { path: ['environment'], message: 'cannot be read' };
    throw new VerbatimError('BAD_USER_INPUT', `${path.join('.')} ${message}.`);
  }
  const { LOG_LEVEL, LOG_FORMAT, METRICS_PORT, METRICS_HOST, METRICS_KEY, SLOW_QUERY_MS } = checked.data;
  const listen = METRICS_PORT === undefined ? null : { host: METRICS_HOST, port: METRICS_PORT };
  return {
    log: { level: LOG_LEVEL, format: LOG_FORMAT },
    metrics: listen === null && METRICS_KEY === undefined ? null : { listen, key: METRICS_KEY ?? null },
    slowQueryMs: SLOW_QUERY_MS ?? null,
    isTraced: isTracingWanted(given),
  };
}
