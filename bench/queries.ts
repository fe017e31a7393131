import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { CorpusLoader } from './load-corpus.ts';
import { QUESTIONS, type Question } from './queries/questions.ts';
import { machine, quantile, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { toRecords } from './synthetic/to-records.ts';

/**
 * How many answers a second the server gives, beside the least that an answer can cost (one statement written by hand behind
 * node:http): node …/queries.js [articles] [rounds]. Needs wrk.
 */
const [size = 10_000, rounds = 5] = process.argv.slice(2).map(Number);
const BATCH = 500;
const CONNECTIONS = 16;
const SECONDS = 4;
const KINDS = ['verbatim', 'kept', 'floor'] as const;
type Kind = (typeof KINDS)[number];

interface Sight {
  readonly rate: number;
  /** Milliseconds at the 99th percentile. */
  readonly p99: number;
  /** CPU of the server's process, in microseconds an answer. */
  readonly cpu: number;
}

/** Asks with bodies out of a file, one after the other. */
const SCRIPT = (bodies: string) => `local bodies = {}
for line in io.lines(${JSON.stringify(bodies)}) do bodies[#bodies + 1] = line end
local number = 0
request = function()
  number = number + 1
  return wrk.format("POST", nil, { ["content-type"] = "application/json", ["host"] = "127.0.0.1" }, bodies[(number - 1) % #bodies + 1])
end
done = function(summary, latency) print("result " .. summary.requests .. " " .. summary.duration .. " " .. latency:percentile(99) .. " " .. summary.errors.status + summary.errors.read + summary.errors.connect + summary.errors.timeout) end
`;

class Server {
  constructor(
    readonly kind: Kind,
    private readonly process: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(kind: Kind, database: string): Promise<Server> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'queries/serve.js'), kind, database], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) return new Server(kind, child, line);
    throw new Error(`${kind} did not start`);
  }

  stop(): void {
    this.process.kill();
  }

  urlOf = ({ name }: Question): string => (this.kind === 'floor' ? this.url + name : this.url);

  async ask(question: Question, body: string): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(this.urlOf(question), { method: 'POST', headers, body })).json();
  }

  async measure(question: Question, script: string): Promise<Sight> {
    const before = await this.#cpu();
    const output = execFileSync(
      'wrk',
      ['-t1', `-c${String(CONNECTIONS)}`, `-d${String(SECONDS)}s`, '-s', script, this.urlOf(question)],
      { encoding: 'utf8' },
    );
    const [requests = 0, microseconds = 0, p99 = 0, errors = 0] = (/^result (.*)$/m.exec(output)?.[1] ?? '')
      .split(' ')
      .map(Number);
    if (errors > 0 || requests === 0) throw new Error(`${question.name} of ${this.kind}: ${output}`);
    return {
      rate: requests / (microseconds / 1e6),
      p99: p99 / 1000,
      cpu: (1e6 * ((await this.#cpu()) - before)) / requests,
    };
  }

  /** Seconds of the process so far. */
  async #cpu(): Promise<number> {
    const fields = (await readFile(`/proc/${String(this.process.pid)}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }
}

await withBench(async ({ store, pool, url }) => {
  const articles = syntheticCorpus({ articles: size, seed: 1, copyRate: 0.3 });
  const loader = new CorpusLoader(store, pool);
  for (let loaded = 0; loaded < size; loaded += BATCH) {
    const batch = Array.from({ length: BATCH }, () => articles.next().value as SyntheticArticle);
    await loader.load(toRecords(batch));
  }
  await pool.query('VACUUM ANALYZE');
  await pool.query('CHECKPOINT');
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-queries-'));
  const servers = await Promise.all(KINDS.map((kind) => Server.start(kind, url)));
  try {
    const lines: string[] = [];
    for (const question of QUESTIONS) {
      const bodies = (await question.variables(pool)).map((variables) =>
        JSON.stringify({ query: question.query, variables }),
      );
      await assertEqual(servers, question, bodies.slice(0, 20));
      const file = join(folder, `${question.name}.jsonl`);
      await writeFile(file, `${bodies.join('\n')}\n`);
      await writeFile(join(folder, `${question.name}.lua`), SCRIPT(file));
      const sights = new Map<Kind, Sight[]>(KINDS.map((kind) => [kind, []]));
      // The first round warms up.
      for (let round = 0; round <= rounds; round++) {
        for (const server of servers) {
          const sight = await server.measure(question, join(folder, `${question.name}.lua`));
          if (round > 0) sights.get(server.kind)?.push(sight);
        }
      }
      lines.push(...rowsOf(question, sights));
      say(lines.slice(-KINDS.length).join('\n'));
    }
    await writeResult('queries.md', report(lines));
  } finally {
    for (const server of servers) server.stop();
    await rm(folder, { recursive: true, force: true });
  }
});

async function assertEqual(servers: readonly Server[], question: Question, bodies: readonly string[]): Promise<void> {
  for (const body of bodies) {
    const [first, ...others] = await Promise.all(servers.map((server) => server.ask(question, body)));
    if (!(first as { data?: unknown }).data) throw new Error(`${question.name}: ${JSON.stringify(first)}`);
    for (const other of others) {
      if (!isDeepStrictEqual(first, other)) throw new Error(`${question.name}: ${JSON.stringify([first, other])}`);
    }
  }
}

function rowsOf({ name, about }: Question, sights: ReadonlyMap<Kind, readonly Sight[]>): string[] {
  const median = (kind: Kind, of: (sight: Sight) => number) => quantile((sights.get(kind) ?? []).map(of), 0.5);
  const floors = sights.get('floor') ?? [];
  return KINDS.map((kind) => {
    // Of the same round: what slows the machine slows both.
    const ratio = quantile(
      (sights.get(kind) ?? []).map(({ rate }, round) => rate / (floors[round]?.rate ?? Number.NaN)),
      0.5,
    );
    const cells = [
      kind === 'verbatim' ? `${name}: ${about}` : '',
      kind,
      median(kind, ({ rate }) => rate).toFixed(0),
      ratio.toFixed(2),
      median(kind, ({ p99 }) => p99).toFixed(1),
      median(kind, ({ cpu }) => cpu).toFixed(0),
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

function report(lines: readonly string[]): string {
  return [
    '# Answers a second',
    '',
    `${size.toLocaleString('en')} made-up articles on PostgreSQL; ${String(CONNECTIONS)} connections that ask as soon as they are answered (wrk), ${String(SECONDS)} s a time, the servers in turn, ${String(rounds)} rounds; medians.`,
    `Repeat by \`npm run bench -- queries\`. Machine: ${machine()}.`,
    '',
    '_verbatim_ keeps no answers here, _kept_ gives whole answers again until something is written, _floor_ is one statement written by hand for the',
    'question, prepared and sent on as it comes by a bare node:http. All give the same answers. Load generator, server and database share the cores.',
    '',
    '| question | server | answers a second | by the floor’s | 99th percentile, ms | CPU of the server, µs an answer |',
    '| --- | --- | --: | --: | --: | --: |',
    ...lines,
    '',
  ].join('\n');
}
