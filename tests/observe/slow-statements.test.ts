import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openMemoryStore } from '../../src/store/open-embedded-store.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';
import { serveObserved, type LogLine, type ObservedCorpus } from '../support/observed-corpus.ts';
import { postGraphql } from '../support/served-corpus.ts';
import { createDatabase } from '../support/stores.ts';
import { asOwner } from '../support/as-owner.ts';

const SEARCH = 'query ($s: String!, $n: Int!) { statements(filter: { search: $s }, first: $n) { nodes { id } } }';

const slow = (corpus: ObservedCorpus, requestId?: string): LogLine[] =>
  corpus
    .lines()
    .filter((line) => line.msg === 'slow statement' && (requestId === undefined || line['requestId'] === requestId));
const plans = (corpus: ObservedCorpus): LogLine[] =>
  corpus.lines().filter((line) => line.msg === 'plan of a slow statement');

/** Waits until the plan of a request's statement was told. */
async function planOf(corpus: ObservedCorpus, requestId: string): Promise<LogLine> {
  for (let tries = 0; tries < 1_000; tries++) {
    const plan = plans(corpus).find((line) => line['requestId'] === requestId);
    if (plan) return plan;
    await sleep(10);
  }
  throw new Error(`no plan of ${requestId}`);
}

/** Waits until no plan is being found out: the next slow statement has its chance. */
async function settled(corpus: ObservedCorpus): Promise<void> {
  let before = -1;
  while (before !== corpus.lines().length) {
    before = corpus.lines().length;
    await sleep(200);
  }
}

function tellsPlans(open: NonNullable<Parameters<typeof serveObserved>[0]>['open']): void {
  it('tells text, time, request and plan of a statement, and no value', async () => {
    const corpus = await serveObserved({ level: 'warn', slowQueryMs: 0, ...(open ? { open } : {}) });
    const ask = (requestId: string, variables: object) =>
      postGraphql(corpus.url, { query: SEARCH, variables }, undefined, { 'x-request-id': requestId });
    await settled(corpus);
    expect((await ask('slow', { s: 'Zq-sentinel', n: 3 })).errors).toEqual([]);
    const plan = await planOf(corpus, 'slow');
    const [statement] = slow(corpus, 'slow');
    expect(statement).toMatchObject({ level: 'warn', role: 'reading', statement: plan['statement'] });
    expect(statement?.['sql']).toMatch(/^SELECT json_build_object/);
    expect(statement?.['ms']).toEqual(expect.any(Number));
    expect((plan['plan'] as string[])[0]).toMatch(/cost=/);
    expect((plan['plan'] as string[]).join('\n')).toMatch(/Index|Scan/);

    // The same text again, with other values: told again, and planned no more.
    const told = plans(corpus).length;
    await ask('slow-again', { s: 'Zq-sentinel again', n: 3 });
    await settled(corpus);
    expect(slow(corpus, 'slow-again')[0]?.['statement']).toBe(plan['statement']);
    expect(plans(corpus)).toHaveLength(told);
    await corpus.stop();
    expect(corpus.logged()).not.toContain('Zq-sentinel');
    expect(corpus.logged()).not.toContain('cannot be had');
  });
}

describe('slow statements of the embedded store', () => {
  tellsPlans(openMemoryStore);

  it('are those that take as long as is said, or longer', async () => {
    const corpus = await serveObserved({ level: 'warn', slowQueryMs: 600_000 });
    await postGraphql(corpus.url, { query: SEARCH, variables: { s: 'dignity', n: 3 } });
    await corpus.stop();
    expect(corpus.logged()).toBe('');
  });
});

describeOnPostgres('slow statements of a PostgreSQL server', (server) => {
  tellsPlans(async (observer) => openPostgresStore(await createDatabase(server), [], observer));

  it('have their plans found out one at a time, once for each text, and never by running them', async () => {
    const url = await createDatabase(server);
    const corpus = await serveObserved({
      level: 'warn',
      slowQueryMs: 50,
      fill: () => Promise.resolve(),
      open: (observer) => openPostgresStore(url, [], observer),
    });
    const { sql } = corpus.store;
    await asOwner(corpus.store, 'CREATE SEQUENCE runs', 'GRANT USAGE ON SEQUENCE runs TO PUBLIC');
    await settled(corpus);
    const aside = new Client({ connectionString: url });
    await aside.connect();
    // A test that fails leaves it open until the server ends.
    aside.on('error', () => undefined);
    const explaining = async () => {
      const { rows } = await aside.query(
        "SELECT pid FROM pg_stat_activity WHERE application_name = 'verbatim explain' AND datname = current_database()",
      );
      return rows.length;
    };
    const [slowBefore, plansBefore] = [slow(corpus).length, plans(corpus).length];
    const run = (number: number) =>
      sql.query({ name: '', text: `SELECT pg_sleep(0.06), nextval('runs'), ${String(number)} AS number` });
    await Promise.all([1, 2, 3, 4].map(run));
    expect(await explaining()).toBeLessThanOrEqual(1);
    await settled(corpus);
    // What comes while another one is looked at is looked at when it comes again.
    expect(slow(corpus).length - slowBefore).toBe(4);
    expect(plans(corpus).length - plansBefore).toBeGreaterThan(0);
    for (const number of [1, 2, 3, 4, 1, 2]) {
      await run(number);
      await settled(corpus);
    }
    expect([slow(corpus).length - slowBefore, plans(corpus).length - plansBefore]).toEqual([10, 4]);
    const { rows } = await aside.query<{ runs: string }>('SELECT last_value AS runs FROM runs');
    expect(rows).toEqual([{ runs: '10' }]);
    expect(await explaining()).toBe(0);
    await aside.end();
    await corpus.stop();
  });
});
