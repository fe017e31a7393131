import { createServer, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import pino from 'pino';
import { workerExtractor } from '../../src/ingest/extractor.ts';
import { startServer } from '../../src/server/start-server.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import { QUESTIONS, type Question } from './questions.ts';

/** A server that is measured, in a process of its own: node …/serve.js verbatim|kept|floor|constant DATABASE_URL. It tells its URL in a line. */
const [kind = '', database = ''] = process.argv.slice(2);

if (kind === 'floor') floor(new Pool({ connectionString: database, max: 10 }));
else if (kind === 'constant') constant();
else {
  const server = await startServer({
    store: await openPostgresStore(database),
    extractor: workerExtractor(),
    host: '127.0.0.1',
    port: 0,
    log: pino({ level: 'silent' }),
    ...(kind === 'kept' ? {} : { answerCacheBytes: 0 }),
  });
  process.stdout.write(`${server.url}/graphql\n`);
}

type Statement = { readonly name: string } & NonNullable<Question['floor']>;

/** The least that an answer can cost: a statement written by hand, prepared, its text sent on. The path names the question. */
function floor(pool: Pool): void {
  const byPath = new Map(QUESTIONS.map(({ name, floor: own }) => [`/${name}`, own && { name, ...own }]));
  listen((url, body, response) => {
    const statement = byPath.get(url);
    if (statement) void answer(pool, statement, body, response);
  });
}

/** The most that a process of Node can answer: the same bytes to whatever is sent, as many as the path says. */
function constant(): void {
  const answers = new Map<string, Buffer>();
  listen((url, _, response) => {
    const bytes = answers.get(url) ?? Buffer.from('{}'.padEnd(Number(url.slice(1))));
    answers.set(url, bytes);
    send(response, bytes);
  });
}

function listen(answered: (url: string, body: string, response: ServerResponse) => void): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      answered(request.url ?? '', Buffer.concat(chunks).toString(), response);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://127.0.0.1:${String((server.address() as { port: number }).port)}/\n`);
  });
}

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

async function answer(pool: Pool, { name, text, values }: Statement, body: string, response: ServerResponse) {
  const { variables } = JSON.parse(body) as { variables: Record<string, string> };
  const { rows } = await pool.query<{ data: string }>({ name, text, values: values(variables) });
  send(response, Buffer.from(`{"data":${rows[0]?.data ?? 'null'}}`));
}
