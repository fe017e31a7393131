import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isTracingWanted } from '../../src/observe/tracing.ts';
import { runCommand, startCommand } from '../support/command.ts';
import { postGraphql } from '../support/served-corpus.ts';
import { receiveSpans, type ReceivedSpan, type SpanReceiver } from '../support/span-receiver.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const TRACEPARENT = `00-${TRACE}-${PARENT}-01`;
const QUERY = 'query Newest($search: String!) { statements(filter: { search: $search }, first: 2) { nodes { text } } }';

describe('a server that is traced', () => {
  let folder: string;
  let receiver: SpanReceiver;
  let spans: readonly ReceivedSpan[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verbatim-traces-'));
    receiver = await receiveSpans();
    const running = startCommand(['serve'], {
      VERBATIM_DATA: join(folder, 'data'),
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
      LOG_LEVEL: 'info',
    });
    const url = /http:\S+(?=\/graphql)/.exec(await running.printed('Stop it with'))?.[0] ?? '';
    const ask = (query: string, id: string, headers: Record<string, string> = {}) =>
      postGraphql(url, { query, variables: query === QUERY ? { search: 'Zq-sentinel' } : {} }, undefined, {
        'x-request-id': id,
        ...headers,
      });
    await ask(QUERY, 'first', { traceparent: TRACEPARENT });
    await ask(QUERY.replace('first: 2', 'first: 3'), 'wrong', { traceparent: 'nonsense' });
    await ask(QUERY, 'known');
    await ask(
      '{ articles(first: 1) { nodes { title } } checkQuote(text: "Zq-sentinel is asked") { verdict } }',
      'resolved',
    );
    await ask('{ nothing }', 'refused');
    await ask(QUERY, 'unsampled', { traceparent: TRACEPARENT.replace(/01$/, '00') });
    running.process.kill('SIGTERM');
    const { stderr } = await running.ended();
    spans = receiver.spans;
    // A line of the log leads to the trace.
    expect(stderr).toContain(`"traceId":"${TRACE}"`);
  }, 60_000);
  afterAll(async () => {
    await receiver.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const requestOf = (id: string): ReceivedSpan => {
    const span = spans.find(({ attributes }) => attributes['verbatim.request.id'] === id);
    if (!span) throw new Error(`no span of ${id}`);
    return span;
  };
  /** Names of spans below one, in the order in which they began, with those below them. */
  const below = (id: string): unknown[] => {
    const children = (parent: ReceivedSpan): unknown[] =>
      spans
        .filter((span) => span.traceId === parent.traceId && span.parentSpanId === parent.spanId)
        .sort((a, b) => Number(a.start - b.start))
        .map((span) => (children(span).length > 0 ? [span.name, children(span)] : span.name));
    return children(requestOf(id));
  };

  it('tells of a request, its parts and its statements, within each other', () => {
    expect(below('first')).toEqual(['parse', 'validate', 'plan', ['execute', ['SELECT']]]);
    for (const span of spans) {
      const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
      expect(span.end >= span.start).toBe(true);
      if (parent) expect(span.start >= parent.start && span.end <= parent.end).toBe(true);
    }
  });

  it('tells of a query that was known no more than what is done', () => {
    expect(below('known')).toEqual([]);
    expect(requestOf('known').attributes['verbatim.answer.kept']).toBe('hit');
  });

  it('tells of what the resolvers read', () => {
    const [parse, validate, plan, execute] = below('resolved');
    expect([parse, validate, plan]).toEqual(['parse', 'validate', 'plan']);
    expect(execute).toEqual(['execute', expect.arrayContaining(['SELECT'])]);
  });

  it('goes on with the trace of the client, and begins one where that says none', () => {
    expect(requestOf('first')).toMatchObject({ traceId: TRACE, parentSpanId: PARENT });
    expect(requestOf('wrong').traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(requestOf('wrong').traceId).not.toBe(TRACE);
    expect(requestOf('wrong').parentSpanId ?? '').toBe('');
    // The client has decided that this one is not recorded.
    expect(spans.some(({ attributes }) => attributes['verbatim.request.id'] === 'unsampled')).toBe(false);
  });

  it('names what OpenTelemetry has names for', () => {
    expect(requestOf('first')).toMatchObject({
      name: 'query Newest',
      kind: 2,
      attributes: {
        'http.request.method': 'POST',
        'url.path': '/graphql',
        'http.response.status_code': 200,
        'graphql.operation.name': 'Newest',
        'graphql.operation.type': 'query',
        'graphql.document.hash': expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      resource: { 'service.name': 'verbatim', 'deployment.environment.name': 'test' },
    });
    const statement = spans.find((span) => span.kind === 3 && span.traceId === TRACE);
    expect(statement?.attributes).toMatchObject({ 'db.system.name': 'postgresql', 'db.operation.name': 'SELECT' });
    expect(statement?.attributes['db.query.text']).toMatch(/\$1/);
    expect(requestOf('refused')).toMatchObject({ attributes: { 'http.response.status_code': 400 }, status: 0 });
  });

  it('sends no value', () => {
    expect(receiver.bodies.join('')).not.toContain('Zq-sentinel');
  });
});

describe('tracing', () => {
  it('lets a server answer and end in peace while nobody takes its traces', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-traces-'));
    const running = startCommand(['serve', '--no-seed'], {
      VERBATIM_DATA: join(folder, 'data'),
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    });
    const url = /http:\S+(?=\/graphql)/.exec(await running.printed('Stop it with'))?.[0] ?? '';
    expect((await postGraphql(url, { query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
    running.process.kill('SIGTERM');
    const { code, stderr } = await running.ended();
    await rm(folder, { recursive: true });
    expect(code).toBe(0);
    expect(stderr).toContain('the last traces could not be sent');
    expect(stderr).not.toContain('verbatim: ');
  }, 60_000);

  it.each([
    ['nothing', {}, false],
    ['an endpoint', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' }, true],
    ['an endpoint for traces', { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://localhost:4318/v1/traces' }, true],
    ['the exporter', { OTEL_TRACES_EXPORTER: 'otlp' }, true],
    ['no exporter', { OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' }, false],
    ['disabling', { OTEL_SDK_DISABLED: 'true', OTEL_TRACES_EXPORTER: 'otlp' }, false],
    ['a name alone', { OTEL_SERVICE_NAME: 'ours' }, false],
  ])('is asked for, or not, by %s', (_, environment: Record<string, string>, isWanted) => {
    expect(isTracingWanted(environment)).toBe(isWanted);
  });

  it.each([
    ['OTEL_TRACES_EXPORTER', { OTEL_TRACES_EXPORTER: 'zipkin' }, 'OTEL_TRACES_EXPORTER must be otlp or none.'],
    [
      'a protocol',
      { OTEL_TRACES_EXPORTER: 'otlp', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
      'OTEL_EXPORTER_OTLP_PROTOCOL must be http/json',
    ],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal'],
    ['LOG_FORMAT', { LOG_FORMAT: 'xml' }, 'LOG_FORMAT must be one of auto'],
    ['METRICS_PORT', { METRICS_PORT: '99999' }, 'METRICS_PORT must be at most 65535.'],
    ['METRICS_KEY', { METRICS_KEY: 'Zq-short' }, 'METRICS_KEY must have 16 characters at least.'],
    ['SLOW_QUERY_MS', { SLOW_QUERY_MS: 'a while' }, 'SLOW_QUERY_MS must be a number of milliseconds'],
  ])(
    'and all else is refused where it cannot be meant: %s',
    async (_, environment: Record<string, string>, message) => {
      const folder = await mkdtemp(join(tmpdir(), 'verbatim-settings-'));
      const { code, stderr } = await runCommand(['serve', '--no-seed'], { VERBATIM_DATA: folder, ...environment });
      await rm(folder, { recursive: true });
      expect(code).toBe(1);
      expect(stderr).toContain(message);
      expect(stderr).not.toContain('Zq-short');
      expect(stderr).not.toContain('    at ');
    },
  );

  it.each([
    ['by default', {}, []],
    ['with metrics', { METRICS_PORT: '0' }, ['prom-client']],
    ['with text', { LOG_FORMAT: 'text' }, ['pino-pretty']],
  ])(
    'loads nothing that is not asked for: %s',
    async (_, environment: Record<string, string>, loaded) => {
      const folder = await mkdtemp(join(tmpdir(), 'verbatim-modules-'));
      const file = join(folder, 'modules');
      const running = startCommand(['serve', '--no-seed'], {
        VERBATIM_DATA: join(folder, 'data'),
        MODULES: file,
        NODE_OPTIONS: `--import=${join(import.meta.dirname, '../support/processes/list-modules.mjs')}`,
        ...environment,
      });
      await running.printed('Stop it with');
      running.process.kill('SIGTERM');
      await running.ended();
      const modules = readFileSync(file, 'utf8').split('\n');
      await rm(folder, { recursive: true });
      const packages = [
        '@opentelemetry/sdk-trace-base',
        '@opentelemetry/exporter-trace-otlp-http',
        'prom-client',
        'pino-pretty',
      ];
      expect(packages.filter((name) => modules.some((each) => each.includes(`/node_modules/${name}/`)))).toEqual(
        loaded,
      );
      // Near-miss: what is always loaded is on the list.
      expect(modules.some((each) => each.includes('/node_modules/pino/'))).toBe(true);
    },
    30_000,
  );
});
