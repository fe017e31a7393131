import { isatty } from 'node:tty';
import pino, { type DestinationStream, type Logger } from 'pino';
import { safeError } from './safe-error.ts';

/** What is logged, and how. */
export interface LogSettings {
  readonly level: LogLevel;
  /** For people or for programs; by default for people where standard error is a terminal. */
  readonly format: LogFormat;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export const LOG_FORMATS = ['auto', 'text', 'json'] as const;
type LogFormat = (typeof LOG_FORMATS)[number];

const STANDARD_ERROR = 2;
/** Bytes that are gathered before they are written, and after how many milliseconds they are in any case, where each request has a line. */
const GATHERED = 8_192;
const WRITTEN_AFTER = 500;

/** The log, on standard error. */
export async function createLog({ level, format }: LogSettings): Promise<Logger> {
  const isText = format === 'text' || (format === 'auto' && isatty(STANDARD_ERROR));
  return logInto(isText ? await forPeople() : forPrograms(level), level);
}

/** A log that holds of an error only what is safe, whichever way it is told of one. */
export function logInto(destination: DestinationStream, level: LogLevel): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: timeOfLine,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => (error instanceof Error ? safeError(error) : error) },
      hooks: {
        // By itself an error alone is logged with its message, in which values may stand.
        logMethod([first, ...rest], method) {
          const told: unknown = first;
          if (told instanceof Error) method.call(this, { err: told }, 'an error');
          else method.call(this, first, ...rest);
        },
      },
    },
    destination,
  );
}

let written = 0;
let field = '';

/** The field of the time, made once for all lines of a millisecond. */
function timeOfLine(): string {
  const now = Date.now();
  if (now !== written) {
    written = now;
    field = `,"time":"${new Date(now).toISOString()}"`;
  }
  return field;
}

async function forPeople(): Promise<DestinationStream> {
  const { default: pretty } = await import('pino-pretty');
  return pretty({ destination: STANDARD_ERROR, sync: true, ignore: 'pid', translateTime: 'HH:MM:ss.l' });
}

function forPrograms(level: LogLevel): DestinationStream {
  const isQuiet = pino.levels.values[level] === undefined || level === 'warn' || level === 'error' || level === 'fatal';
  return pino.destination(
    isQuiet
      ? { dest: STANDARD_ERROR, sync: true }
      : { dest: STANDARD_ERROR, sync: false, minLength: GATHERED, periodicFlush: WRITTEN_AFTER },
  );
}
