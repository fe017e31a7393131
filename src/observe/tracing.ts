import type { IncomingMessage } from 'node:http';
import type * as OpenTelemetry from '@opentelemetry/api';
import type { Context, Span, Tracer } from '@opentelemetry/api';
import { VerbatimError } from '../domain/errors.ts';
import { safeError } from './safe-error.ts';
import type { Phase, RanStatement, RequestTrace, SeenRequest } from './seen-request.ts';

/** Traces requests. */
export interface Tracing {
  /** Goes on with the trace that the client says it is in (W3C Trace Context), or begins one. Null for a request that is not sampled. */
  begin(request: IncomingMessage, seen: SeenRequest): RequestTrace | null;
  /** Sends what is left to be sent. */
  close(): Promise<void>;
}

type Settings = Readonly<Record<string, string | undefined>>;

/**
 * Whether OpenTelemetry's own variables ask for traces (OpenTelemetry specification, "Environment Variable Specification").
 *
 * @throws VerbatimError BAD_USER_INPUT for an exporter or a protocol that is not here
 */
export function isTracingWanted(environment: Settings): boolean {
  if (environment['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return false;
  const exporter = environment['OTEL_TRACES_EXPORTER'] || null;
  const isNamed = Boolean(
    environment['OTEL_EXPORTER_OTLP_ENDPOINT'] || environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'],
  );
  if (exporter !== null && exporter !== 'otlp' && exporter !== 'none') {
    throw new VerbatimError('BAD_USER_INPUT', 'OTEL_TRACES_EXPORTER must be otlp or none.');
  }
  const isWanted = exporter === null ? isNamed : exporter === 'otlp';
  const protocol =
    environment['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL'] || environment['OTEL_EXPORTER_OTLP_PROTOCOL'] || JSON_OVER_HTTP;
  if (isWanted && protocol !== JSON_OVER_HTTP) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `OTEL_EXPORTER_OTLP_PROTOCOL must be ${JSON_OVER_HTTP}, which collectors take where they take http/protobuf.`,
    );
  }
  return isWanted;
}

const JSON_OVER_HTTP = 'http/json';

/** Starts tracing, with what the environment says of where to and how much. The packages for it are read here and nowhere else. */
export async function startTracing(): Promise<Tracing> {
  const [api, core, resources, sdk, otlp] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/core'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const own = resources.resourceFromAttributes({ 'service.name': 'verbatim' });
  const provider = new sdk.BasicTracerProvider({
    resource: own.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(new otlp.OTLPTraceExporter())],
  });
  const tracer = provider.getTracer('verbatim');
  const propagator = new core.W3CTraceContextPropagator();
  return {
    begin: (request, seen) => {
      const parent = propagator.extract(api.ROOT_CONTEXT, request.headers, api.defaultTextMapGetter);
      const spans = new SpansOfRequest(api, tracer, parent, request, seen);
      return spans.isRecorded ? spans : null;
    },
    close: () => provider.shutdown(),
  };
}

type Api = typeof OpenTelemetry;

/** Attributes are those of OpenTelemetry's semantic conventions for HTTP, GraphQL and databases. */
class SpansOfRequest implements RequestTrace {
  readonly id: string;
  readonly #server: Span;
  readonly #whole: Context;
  /** In which statements and parts are at present. */
  #inside: Context;

  constructor(
    private readonly api: Api,
    private readonly tracer: Tracer,
    parent: Context,
    { method = 'GET', url = '/' }: IncomingMessage,
    seen: SeenRequest,
  ) {
    const attributes = {
      'http.request.method': METHODS.has(method) ? method : '_OTHER',
      'url.scheme': 'http',
      'url.path': url.split('?', 1)[0]?.slice(0, LONGEST_PATH) ?? '/',
      'verbatim.request.id': seen.id,
    };
    const name = attributes['http.request.method'].replace('_OTHER', 'HTTP');
    this.#server = tracer.startSpan(
      name,
      { kind: api.SpanKind.SERVER, startTime: timeOf(seen.since), attributes },
      parent,
    );
    this.id = this.#server.spanContext().traceId;
    this.#whole = api.trace.setSpan(parent, this.#server);
    this.#inside = this.#whole;
  }

  get isRecorded(): boolean {
    return this.#server.isRecording();
  }

  begin(phase: Phase): () => void {
    const outside = this.#inside;
    const span = this.tracer.startSpan(phase, { startTime: timeOf(performance.now()) }, outside);
    this.#inside = this.api.trace.setSpan(outside, span);
    return () => {
      span.end(timeOf(performance.now()));
      this.#inside = outside;
    };
  }

  statement({ role, text, since, took, error }: RanStatement): void {
    const operation = /^\s*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? 'SQL';
    const attributes = {
      'db.system.name': 'postgresql',
      'db.query.text': text,
      'db.operation.name': operation,
      'verbatim.store.role': role,
    };
    const span = this.tracer.startSpan(
      operation,
      { kind: this.api.SpanKind.CLIENT, startTime: timeOf(since), attributes },
      this.#inside,
    );
    if (error !== null) this.#fail(span, error);
    span.end(timeOf(since + took));
  }

  end({ operation, nodes, kept, refusals }: SeenRequest, status: number | null): void {
    const span = this.#server;
    span.setAttributes({
      ...(status === null ? { 'error.type': 'client_left' } : { 'http.response.status_code': status }),
      'verbatim.nodes.requested': nodes,
      ...(kept === null ? {} : { 'verbatim.answer.kept': kept }),
    });
    if (operation) {
      span.setAttributes({ 'graphql.operation.type': operation.kind, 'graphql.document.hash': operation.hash });
      if (operation.name !== null) span.setAttribute('graphql.operation.name', operation.name);
      span.updateName(operation.name === null ? operation.kind : `${operation.kind} ${operation.name}`);
    }
    if (refusals.length > 0)
      span.setAttribute(
        'verbatim.refused',
        refusals.map(({ code }) => code),
      );
    if (status !== null && status >= 500) {
      span.setAttribute('error.type', String(status));
      span.setStatus({ code: this.api.SpanStatusCode.ERROR });
    }
    span.end(timeOf(performance.now()));
  }

  #fail(span: Span, error: unknown): void {
    const { type, code } = safeError(error);
    span.setAttribute('error.type', code ?? type);
    if (code !== undefined) span.setAttribute('db.response.status_code', code);
    span.setStatus({ code: this.api.SpanStatusCode.ERROR });
  }
}

/** Those of RFC 9110 and 5789; any other could be anything. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']);
/** Characters of a path that are told. */
const LONGEST_PATH = 100;

/** Milliseconds since 1970 of what `performance.now()` gave. */
const timeOf = (milliseconds: number): number => performance.timeOrigin + milliseconds;
