import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { CorpusLoader } from './load-corpus.ts';
import { QUESTIONS } from './queries/questions.ts';
import { wrkScript } from './queries/wrk-script.ts';
import { machine, quantile, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { toRecords } from './synthetic/to-records.ts';

/**
 * What it costs to observe a server: node …/observing.js [articles] [rounds] [main.js of another version]. Needs wrk and the built
 * program. The servers run side by side and are asked in turn, so that what slows the machine slows all.
 */
const [size = 1_000, rounds = 12] = process.argv.slice(2, 4).map(Number);
const OWN = join(import.meta.dirname, '../../../dist/cli/main.js');
const [other = OWN] = process.argv.slice(4);
const BATCH = 500;
const SECONDS = 2;
const CONNECTIONS = 16;

/** Of the collector that traces are sent to, which throws them away. */
const collector = createServer((request, response) => {
  request.resume().on('end', () => response.end('{}'));
});
await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
const TRACED = {
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${String((collector.address() as AddressInfo).port)}`,
};
const METRICS = { METRICS_PORT: '0' };

/** Ways to run a server, the first one being what others are compared with. */
const WAYS: readonly { readonly name: string; readonly main?: string; readonly environment: Record<string, string> }[] =
  [
    { name: 'nothing', environment: {} },
    ...(other === OWN ? [] : [{ name: 'the other version', main: other, environment: {} }]),
    { name: 'metrics', environment: METRICS },
    { name: 'metrics and slow statements', environment: { ...METRICS, SLOW_QUERY_MS: '1000' } },
    { name: 'metrics and a line for each request', environment: { ...METRICS, LOG_LEVEL: 'info', LOG_FORMAT: 'json' } },
    {
      name: 'metrics, and a trace of one request in a hundred',
      environment: { ...METRICS, ...TRACED, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.01' },
    },
  ];
const ASKED = [
  { question: 'Q0', kept: false },
  { question: 'Q3', kept: false },
  { question: 'Q0', kept: true },
];

interface Sight {
  readonly rate: number;
  /** Microseconds of the process, an answer. */
  readonly cpu: number;
}

class Server {
  readonly sights: Sight[] = [];

  private constructor(
    private readonly child: ChildProcess,
    private readonly address: string,
  ) {}

  static async start({ main = OWN, environment }: (typeof WAYS)[number], database: string, log: number, kept: boolean) {
    const child = spawn(process.execPath, [main, 'serve', '--no-seed'], {
      stdio: ['ignore', 'pipe', log],
      env: {
        ...process.env,
        PORT: '0',
        DATABASE_URL: database,
        ...(kept ? {} : { ANSWER_CACHE_MB: '0' }),
        ...environment,
      },
    });
    for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
      const address = /http:\/\/[\d.]+:\d+\/graphql/.exec(line)?.[0];
      if (address !== undefined) return new Server(child, address);
    }
    throw new Error('the server did not start');
  }

  async measure(script: string): Promise<Sight> {
    const before = await this.#cpu();
    const told = ['-t1', `-c${String(CONNECTIONS)}`, `-d${String(SECONDS)}s`, '-s', script, this.address];
    const { stdout } = await promisify(execFile)('wrk', told);
    const [requests = 0, microseconds = 1, , errors = 0] = (/^result (.*)$/m.exec(stdout)?.[1] ?? '')
      .split(' ')
      .map(Number);
    if (errors > 0 || requests === 0) throw new Error(stdout);
    return { rate: requests / (microseconds / 1e6), cpu: (1e6 * ((await this.#cpu()) - before)) / requests };
  }

  /** Seconds of the process so far. */
  async #cpu(): Promise<number> {
    const fields = (await readFile(`/proc/${String(this.child.pid)}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  stop(): Promise<unknown> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    return ended;
  }
}

await withBench(async ({ store, pool, url }) => {
  const articles = syntheticCorpus({ articles: size, seed: 1, copyRate: 0.3 });
  const loader = new CorpusLoader(store);
  for (let loaded = 0; loaded < size; loaded += BATCH) {
    await loader.load(toRecords(Array.from({ length: BATCH }, () => articles.next().value as SyntheticArticle)));
  }
  await loader.finish();
  await pool.query('VACUUM ANALYZE');
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-observing-'));
  const log = await open(join(folder, 'log'), 'w');
  try {
    const lines: string[] = [];
    for (const { question: name, kept } of ASKED) {
      const question = QUESTIONS.find((each) => each.name === name);
      if (!question) throw new Error(`no question ${name}`);
      const bodies = (await question.variables(pool)).map((variables) =>
        JSON.stringify({ query: question.query, variables }),
      );
      const script = join(folder, name);
      await writeFile(`${script}.jsonl`, `${bodies.join('\n')}\n`);
      await writeFile(`${script}.lua`, wrkScript(`${script}.jsonl`));
      const servers = await Promise.all(WAYS.map((way) => Server.start(way, url, log.fd, kept)));
      // The first round warms up. Each begins with another server, since who is asked first or last has it otherwise.
      for (let round = 0; round <= rounds; round++) {
        const first = round % servers.length;
        for (const server of [...servers.slice(first), ...servers.slice(0, first)]) {
          const sight = await server.measure(`${script}.lua`);
          if (round > 0) server.sights.push(sight);
        }
      }
      const [alone] = servers;
      for (const [index, { sights }] of servers.entries()) {
        const ratio = (of: (sight: Sight) => number) =>
          quantile(
            sights.map((sight, round) => of(sight) / of(alone?.sights[round] ?? sight)),
            0.5,
          ).toFixed(2);
        const asked = index === 0 ? `${question.about}${kept ? ', kept' : ''}` : '';
        const cpu = quantile(
          sights.map((sight) => sight.cpu),
          0.5,
        ).toFixed(1);
        const rate = quantile(
          sights.map((sight) => sight.rate),
          0.5,
        ).toFixed(0);
        lines.push(
          `| ${[asked, WAYS[index]?.name, cpu, ratio((sight) => sight.cpu), rate, ratio((sight) => sight.rate)].join(' | ')} |`,
        );
        say(lines.at(-1) ?? '');
      }
      await Promise.all(servers.map((server) => server.stop()));
    }
    await writeResult('observing.md', report(lines));
  } finally {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  }
});
collector.close();

function report(lines: readonly string[]): string {
  return [
    '# What it costs to observe a server',
    '',
    `${size.toLocaleString('en')} made-up articles on PostgreSQL; ${String(CONNECTIONS)} connections that ask as soon as they are answered (wrk), ${String(SECONDS)} s a time, the servers in turn, each round beginning with another one, ${String(rounds)} rounds; medians, of ratios round by round.`,
    `Repeat by \`npm run bench -- observing\`, with the number of articles, of rounds, and the built dist/cli/main.js of another version to have that one beside it (here one that observes nothing and names no request). Machine: ${machine()}.`,
    '',
    '| question | observed | CPU of the server, µs an answer | by that of nothing | answers a second | by those of nothing |',
    '| --- | --- | --: | --: | --: | --: |',
    ...lines,
    '',
  ].join('\n');
}
