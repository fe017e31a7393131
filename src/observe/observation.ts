import type { Logger } from 'pino';
import { failureOf } from './failure.ts';
import { Figures } from './figures/figures.ts';
import { RequestObserver } from './request-observer.ts';
import { SlowStatements } from './slow-statements.ts';
import { StatementObserver } from './statement-observer.ts';
import { startTracing } from './tracing.ts';

/** What is to be known of what a server does. */
export interface ObservationSettings {
  /** Where metrics can be had; null for nowhere. */
  readonly metrics: MetricsSettings | null;
  /** Milliseconds from which on an SQL statement is logged; null for never. */
  readonly slowQueryMs: number | null;
  readonly isTraced: boolean;
}

/** Where metrics can be had. */
export interface MetricsSettings {
  /** A port of their own, 0 for any free one; null where they are at /metrics of the server's. */
  readonly listen: { readonly host: string; readonly port: number } | null;
  /** What a client has to send as "Authorization: Bearer KEY"; null where nothing is asked. */
  readonly key: string | null;
}

/** How a process observes what it does. */
export interface Observation {
  readonly figures: Figures;
  readonly requests: RequestObserver;
  readonly statements: StatementObserver;
  readonly metrics: MetricsSettings | null;
  /** Tells what is left to be told. */
  close(): Promise<void>;
}

/** Begins to observe; null where nobody wants to know anything, so that nothing is done for it. */
export async function observe(
  { metrics, slowQueryMs, isTraced }: ObservationSettings,
  log: Logger,
): Promise<Observation | null> {
  const lines = log.isLevelEnabled('info') ? log : null;
  if (metrics === null && slowQueryMs === null && !isTraced && lines === null) return null;
  const tracing = isTraced ? await startTracing() : null;
  const figures = new Figures();
  const slow = slowQueryMs === null ? null : new SlowStatements(slowQueryMs, log);
  return {
    figures,
    requests: new RequestObserver(figures.requests, lines, tracing),
    statements: new StatementObserver(figures.statements, slow, slow !== null || tracing !== null),
    metrics,
    close: async () => {
      await slow?.close();
      await tracing?.close().catch((error: unknown) => {
        log.warn(failureOf(error), 'the last traces could not be sent');
      });
    },
  };
}
