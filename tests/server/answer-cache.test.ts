import { setTimeout as sleep } from 'node:timers/promises';
import { seed } from '../../src/ingest/seed.ts';
import { AnswerCache, WholeAnswer } from '../../src/server/answer-cache.ts';
import { reviewStatement } from '../../src/store/review/review-statement.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { COMMAND_LINE } from '../../src/store/write-transaction.ts';
import { ChangingCorpus } from '../support/changing-corpus.ts';
import { keyOf } from '../support/keys.ts';
import { withFolder } from '../support/seed-folder.ts';
import { postGraphql, serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries, trains } from '../support/small-seeds.ts';
import { createDatabase, STORES } from '../support/stores.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';

const fill = (store: Store) => withFolder({ ...ferries(), ...trains }, (folder) => seed(store, folder));

/** Each statement with the revision that reviewed it last, in one answer. */
const REVIEWED = `{ statements(first: 100, filter: { review: [PROPOSED, ACCEPTED, REJECTED, RETRACTED] }) { nodes { text review reviewedIn } } }`;
interface Reviewed {
  readonly text: string;
  readonly review: string;
  readonly reviewedIn: number;
}
const reviewedOf = (data: unknown) => (data as { statements: { nodes: readonly Reviewed[] } }).statements.nodes;

/** What comes next in the life of a statement that is never left alone. */
const NEXT = { PROPOSED: 'ACCEPT', ACCEPTED: 'RETRACT', RETRACTED: 'RESTORE', REJECTED: 'RESTORE' } as const;

/** Reviews a statement by the process of a store, and gives the revision of it. */
async function turn(store: Store, text: string): Promise<number> {
  const { id, review, reviewedIn } = await store.prisma.statement.findFirstOrThrow({ where: { text } });
  const reviewed = { statementId: id, ifRevision: reviewedIn, action: NEXT[review], reason: 'in turn' };
  return reviewStatement(store, COMMAND_LINE, reviewed);
}

const revisionIn = (statements: readonly Reviewed[], wanted: string): number =>
  statements.find(({ text }) => text === wanted)?.reviewedIn ?? 0;

describe.each(STORES)('answers that are kept, on the $kind store', (kind) => {
  let corpus: ServedCorpus;
  let changing: ChangingCorpus;
  beforeEach(async () => {
    corpus = await serveCorpus(kind, fill);
    changing = new ChangingCorpus(corpus.store);
  }, 60_000);
  afterEach(() => corpus.stop());

  const texts = async (): Promise<string[]> => (await corpus.store.prisma.statement.findMany()).map(({ text }) => text);

  it('are given again without a statement to the database, to whoever asks the same', async () => {
    // The server may still be finding out which revision is the newest.
    for (let asked = 0; (await corpus.countStatements(REVIEWED)) > 0; asked++) {
      expect(asked).toBeLessThan(20);
      await sleep(50);
    }
    expect(await corpus.countStatements(REVIEWED)).toBe(0);
    expect(await corpus.countStatements(`${REVIEWED} `)).toBe(1);
    expect(await corpus.countStatements(REVIEWED, { of: 'other variables' })).toBe(1);
    const key = await keyOf(corpus.store, 'REVIEWER');
    expect(await corpus.countStatements(REVIEWED, {}, key)).toBeGreaterThan(0);
  });

  it('are those of the newest revision for whoever wrote it', async () => {
    const [text = ''] = await texts();
    for (let round = 0; round < 6; round++) {
      const before = await corpus.ask(REVIEWED);
      expect(await corpus.ask(REVIEWED)).toEqual(before);
      const revision = await turn(corpus.store, text);
      expect(revisionIn(reviewedOf((await corpus.ask(REVIEWED)).data), text)).toBe(revision);
    }
  });

  it('are never older than what was acknowledged, nor of two revisions at once, while many read and one writes', async () => {
    const [one = '', other = ''] = await texts();
    let [acknowledged, isWriting] = [0, true];
    const read = async () => {
      let answers = 0;
      while (isWriting) {
        const least = acknowledged;
        const statements = reviewedOf((await corpus.ask(REVIEWED)).data);
        const [first, second] = [revisionIn(statements, one), revisionIn(statements, other)];
        expect(Math.max(first, second)).toBeGreaterThanOrEqual(least);
        // They are reviewed in turn, each in the revision after the other's.
        if (least > 0) expect(Math.abs(first - second)).toBe(1);
        answers++;
      }
      return answers;
    };
    const readers = Array.from({ length: 8 }, read);
    try {
      for (let round = 0; round < 30; round++) {
        const revision = await turn(corpus.store, round % 2 === 0 ? one : other);
        if (round > 0) acknowledged = revision;
        await sleep(Math.random() * 20);
      }
    } finally {
      isWriting = false;
      await Promise.allSettled(readers);
    }
    expect(Math.min(...(await Promise.all(readers)))).toBeGreaterThan(0);
  });

  it('are not kept of what was read in the past', async () => {
    const past = '{ statements(asOf: 1, first: 100) { totalCount } }';
    const first = await corpus.ask(past);
    for (let again = 0; again < 3; again++) expect(await corpus.countStatements(past)).toBeGreaterThan(0);
    await changing.bringIn('dam', 'The dam\n\n“The dam will hold,” said Ida Marsh, the mayor.\n');
    expect(await corpus.ask(past)).toEqual(first);
    expect(await corpus.ask('{ statements(first: 100) { totalCount } }')).not.toEqual(first);
  });

  const get = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${corpus.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': '1', accept: 'application/graphql-response+json', ...headers },
    });

  it.each<[name: string, query: string, key: boolean]>([
    ['read in the past', '{ statements(asOf: 1, first: 1) { totalCount } }', false],
    ['refused', '{ nothing }', false],
    ['for somebody with a key', '{ articles(first: 3) { nodes { slug } } }', true],
  ])('are kept by nobody between, when they are %s', async (_, query, isForKey) => {
    const { headers } = await get(
      query,
      isForKey ? { authorization: `Bearer ${await keyOf(corpus.store, 'EDITOR')}` } : undefined,
    );
    expect([headers.get('cache-control'), headers.get('vary'), headers.get('etag')]).toEqual([
      'no-store',
      'accept, authorization',
      null,
    ]);
  });

  it('hold for a client that has them, by their ETag', async () => {
    const query = '{ articles(first: 3) { nodes { slug } } }';
    const first = await get(query);
    const etag = first.headers.get('etag') ?? '';
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(query, { 'if-none-match': tag });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await get(query, { 'if-none-match': '"other"' })).status).toBe(200);
    await changing.bringIn('dam', 'The dam\n\n“The dam will hold,” said Ida Marsh, the mayor.\n');
    const changed = await get(query, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('"dam"');
    // A page of another site gets nothing, kept or not.
    expect((await fetch(`${corpus.url}/graphql?query=${encodeURIComponent(query)}`)).status).toBe(400);
  });
});

describeOnPostgres('answers that are kept by one server while another process writes', (server) => {
  it('become those of the newest revision, and never go back', async () => {
    const url = await createDatabase(server);
    const corpus = await serveCorpus({ kind: 'PostgreSQL', open: () => openStore({ url }) }, fill);
    const elsewhere = await openStore({ url });
    try {
      const text = (await elsewhere.prisma.statement.findFirstOrThrow()).text;
      let seen = 0;
      for (let round = 0; round < 6; round++) {
        const revision = await turn(elsewhere, text);
        while (seen < revision) {
          const now = revisionIn(reviewedOf((await postGraphql(corpus.url, { query: REVIEWED })).data), text);
          expect(now).toBeGreaterThanOrEqual(seen);
          seen = now;
        }
      }
    } finally {
      await elsewhere.close();
      await corpus.stop();
    }
  }, 60_000);
});

describe('the room for answers', () => {
  const answer = (text: string, revision = 1) => new WholeAnswer(revision, Buffer.from(text), {});

  it('is bounded in bytes: what was not asked for longest goes first, and what is too large is not kept', () => {
    const cache = new AnswerCache(10_000, { number: 1 });
    for (let number = 0; number < 100; number++) cache.put(`key ${String(number)}`, answer('x'.repeat(100)));
    const kept = Array.from({ length: 100 }, (_, number) => cache.get(`key ${String(number)}`)).filter(Boolean);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(20);
    expect(cache.get('key 0')).toBeNull();
    expect(cache.get('key 99')).not.toBeNull();
    cache.put('large', answer('x'.repeat(5_000)));
    expect(cache.get('large')).toBeNull();
  });

  it('gives nothing of another revision, and nothing while nobody knows the newest', () => {
    const known: { number: number | null } = { number: 1 };
    const cache = new AnswerCache(10_000, known);
    cache.put('old', answer('old', 0));
    cache.put('new', answer('new', 1));
    expect([cache.get('old'), cache.get('new')?.body.toString()]).toEqual([null, 'new']);
    known.number = null;
    cache.put('unknown', answer('unknown', 1));
    expect([cache.get('new'), cache.get('unknown')]).toEqual([null, null]);
    known.number = 2;
    expect([cache.get('new'), cache.get('unknown')]).toEqual([null, null]);
  });
});
