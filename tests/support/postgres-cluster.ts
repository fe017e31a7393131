import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of the tests' own, in a folder of its own, on a free port of 127.0.0.1. */
export interface PostgresCluster {
  /** postgresql://…/ without a database's name. */
  readonly url: string;
  /** Ends it as `pg_ctl stop -m immediate` does: without a word to its clients, and to be recovered when it starts. */
  crash(): Promise<void>;
  /** Starts it again at the same address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: root starts it as an unprivileged user, "nobody" on Debian. */
const UNPRIVILEGED = { uid: 65_534, gid: 65_534 };

/**
 * Makes and starts a server from the programs in a folder.
 *
 * @param own settings besides those that tests need: "shared_buffers=4GB"
 * @param below the folder in which that of the server is made; its log of writes stays where it is by default
 */
export function startPostgres(
  programs: string,
  own: readonly string[] = [],
  below: string = tmpdir(),
): Promise<PostgresCluster> {
  return start(programs, { own, below }, 'initdb', [
    '--username',
    'verbatim',
    '--auth',
    'trust',
    '--encoding',
    'UTF8',
    '--locale',
    'C.UTF-8',
    '--no-sync',
  ]);
}

/** Starts a server that follows another one, as a streaming replica. */
export function startReplica(programs: string, primary: { readonly url: string }): Promise<PostgresCluster> {
  const copying = ['--dbname', primary.url, '--write-recovery-conf', '--checkpoint', 'fast', '--no-sync'];
  return start(programs, { own: [], below: tmpdir() }, 'pg_basebackup', copying);
}

/** @param maker the program that makes the folder of the server */
async function start(
  programs: string,
  { own, below }: { readonly own: readonly string[]; readonly below: string },
  maker: string,
  making: readonly string[],
): Promise<PostgresCluster> {
  const isRoot = process.getuid?.() === 0;
  const identity = isRoot ? UNPRIVILEGED : {};
  const folder = mkdtempSync(join(below, 'verbatim-postgres-'));
  chmodSync(folder, 0o700);
  if (isRoot) chownSync(folder, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  const environment = { PATH: process.env['PATH'], LC_ALL: 'C', HOME: folder };
  const logOfWrites = below === tmpdir() ? null : mkdtempSync(join(tmpdir(), 'verbatim-postgres-wal-'));
  if (logOfWrites !== null && isRoot) chownSync(logOfWrites, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
  const cluster = join(folder, 'cluster');
  execFileSync(
    join(programs, maker),
    ['--pgdata', cluster, ...making, ...(logOfWrites === null ? [] : ['--waldir', logOfWrites])],
    {
      ...identity,
      env: environment,
      cwd: folder,
      stdio: 'pipe',
    },
  );
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=200',
    ...own,
  ];
  const started = async (): Promise<ChildProcess> => {
    const server = spawn(
      join(programs, 'postgres'),
      ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...identity, env: environment, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await ready(server);
    return server;
  };
  let server = await started();
  const crash = async () => {
    const ended = server.exitCode === null ? new Promise((resolve) => server.once('exit', resolve)) : null;
    server.kill('SIGQUIT');
    await ended;
  };
  return {
    url: `postgresql://verbatim@127.0.0.1:${String(port)}/`,
    crash,
    restart: async () => {
      server = await started();
    },
    stop: async () => {
      await crash();
      rmSync(folder, { recursive: true, force: true });
      if (logOfWrites !== null) rmSync(logOfWrites, { recursive: true, force: true });
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (/ready to accept (?:read-only )?connections/.test(output)) resolve();
    });
    server.once('exit', (code) => {
      reject(new Error(`PostgreSQL ended with ${String(code)}: ${output}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
