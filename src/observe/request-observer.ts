import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { RequestFigures, RequestKind } from './figures/request-figures.ts';
import { seenOf, type SeenRequest } from './seen-request.ts';
import type { Tracing } from './tracing.ts';

/** The status of a request whose client left before it was answered, as nginx has it. */
const LEFT = 499;

/** The one place that learns of every request: when it comes, and when it is answered or given up. */
export class RequestObserver {
  constructor(
    private readonly figures: RequestFigures,
    /** Null where no line is written for a request. */
    private readonly log: Logger | null,
    private readonly tracing: Tracing | null,
  ) {}

  begin(request: IncomingMessage, response: ServerResponse): void {
    const seen = seenOf(request);
    if (this.tracing) seen.trace = this.tracing.begin(request, seen);
    response.once('close', () => {
      this.#end(
        seen,
        request,
        response.writableFinished || seen.operation?.kind === 'subscription' ? response.statusCode : null,
      );
    });
  }

  #end(seen: SeenRequest, request: IncomingMessage, status: number | null): void {
    const took = performance.now() - seen.since;
    const kind = kindOf(seen, request);
    this.figures.add(seen, kind, status ?? LEFT, took / 1000);
    this.log?.info(lineOf(seen, kind, status ?? LEFT, took), 'request');
    seen.trace?.end(seen, status);
  }
}

function kindOf({ operation }: SeenRequest, { url = '' }: IncomingMessage): RequestKind {
  if (operation) return operation.kind;
  return /^\/graphql(?:[/?]|$)/.test(url) ? 'unread' : 'other';
}

/** What the log holds of a request. What is not known is left out, as JSON leaves out what is undefined. */
const lineOf = (
  { id, operation, nodes, kept, refusals, articles, trace }: SeenRequest,
  kind: RequestKind,
  status: number,
  took: number,
): object => ({
  requestId: id,
  traceId: trace?.id,
  kind,
  operation: operation?.name,
  document: operation?.hash,
  status,
  ms: Math.round(took * 100) / 100,
  nodes,
  kept: kept ?? undefined,
  refused:
    refusals.length > 0 ? refusals.map(({ code, limit }) => (limit === null ? code : `${code} ${limit}`)) : undefined,
  articles: articles.length > 0 ? articles : undefined,
});
