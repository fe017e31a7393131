import type { Logger } from 'pino';
import { failureOf } from '../observe/failure.ts';

type Tell = (message: unknown) => void;

/** The log as Apollo Server takes it. Its sentences may end with an error's message, in which values may stand: what follows a colon is left out. */
export function loggerOfApollo(log: Logger): Record<'debug' | 'info' | 'warn' | 'error', Tell> {
  const telling =
    (level: 'debug' | 'info' | 'warn' | 'error'): Tell =>
    (message) => {
      if (typeof message === 'string') log[level](message.split(':', 1)[0]);
      else log[level](failureOf(message), 'an answer was made another way, or failed');
    };
  return { debug: telling('debug'), info: telling('info'), warn: telling('warn'), error: telling('error') };
}
