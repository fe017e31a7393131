import { Client } from 'pg';
import { seed } from '../../src/ingest/seed.ts';
import { openPostgresStore } from '../../src/store/open-postgres-store.ts';
import { describeOnPostgres } from '../support/describe-on-postgres.ts';
import { keyOf } from '../support/keys.ts';
import { LockedDatabase } from '../support/locked-database.ts';
import { withFolder } from '../support/seed-folder.ts';
import { serveCorpus, type Answer, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries } from '../support/small-seeds.ts';
import { createDatabase } from '../support/stores.ts';

const QUERY = '{ article(slug: "ferries") { title } }';
let asked = 0;
const anew = (query: string) => `${query} #${String(asked++)}`;

const codesOf = ({ errors }: Pick<Answer, 'errors'>) => errors.map(({ extensions }) => extensions.code);

describeOnPostgres('a store that cannot be reached', (server) => {
  let url: string;
  let corpus: ServedCorpus;
  let database: LockedDatabase;
  let administrator: Client;
  let key: string;
  let change: string;
  /** The product connects as somebody who owns the database and nothing more, as it should. */
  const role = `app_${String(process.pid)}`;
  beforeAll(async () => {
    const own = await createDatabase(server);
    administrator = new Client(own);
    await administrator.connect();
    const name = own.slice(own.lastIndexOf('/') + 1);
    await administrator.query(
      `CREATE ROLE ${role} LOGIN; ALTER DATABASE ${name} OWNER TO ${role}; ALTER SCHEMA public OWNER TO ${role}`,
    );
    url = own.replace('verbatim@', `${role}@`);
    corpus = await serveCorpus({ kind: 'PostgreSQL', open: () => openPostgresStore(url) }, (store) =>
      withFolder(ferries(), (folder) => seed(store, folder)),
    );
    key = await keyOf(corpus.store, 'REVIEWER');
    database = await LockedDatabase.open(own);
    const { id } = await corpus.store.prisma.statement.findFirstOrThrow();
    change = `mutation ($r: Int!, $why: String!) { retractStatement(id: "${Buffer.from(`Statement:${id}`).toString('base64url')}", ifRevision: $r, reason: $why) { revision statement { quotes(roles: [CONTENT, CUE]) { exact } } } }`;
  }, 60_000);
  afterAll(async () => {
    await corpus.stop();
    await database.close();
    await administrator.query(`ALTER ROLE ${role} CONNECTION LIMIT -1`);
    await administrator.end();
  });

  describe('since it has no room for another connection', () => {
    beforeAll(async () => {
      await administrator.query(`ALTER ROLE ${role} CONNECTION LIMIT 0`);
      await database.terminate();
    });
    afterAll(async () => {
      await administrator.query(`ALTER ROLE ${role} CONNECTION LIMIT -1`);
      expect((await corpus.ask(anew(QUERY))).data).toEqual({ article: { title: 'Ferries stop for a week' } });
    });

    const post = (headers: Readonly<Record<string, string>> = {}, path = '/graphql', query = QUERY) =>
      fetch(corpus.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: anew(query), variables: { r: 1, why: 'no' } }),
      });
    it.each<[string, () => Promise<Response>]>([
      ['a query', () => post()],
      ['a query of a client that knows GraphQL', () => post({ accept: 'application/graphql-response+json' })],
      ['a query with a key', () => post({ authorization: `Bearer ${key}` })],
      ['a query that sees a revision', () => post({ 'verbatim-at-least-revision': '7' })],
      ['a query of the past', () => post({}, '/graphql', '{ article(slug: "ferries", asOf: 1) { title } }')],
      [
        'a query by GET',
        () =>
          fetch(`${corpus.url}/graphql?query=${encodeURIComponent(anew(QUERY))}`, {
            headers: { 'apollo-require-preflight': '1' },
          }),
      ],
      ['a mutation', () => post({ authorization: `Bearer ${key}` }, '/graphql', change)],
      [
        'a subscription with a key',
        () => post({ authorization: `Bearer ${key}`, accept: 'text/event-stream' }, '/graphql/stream'),
      ],
    ])('is 503, and a time after which to ask again: %s', async (_, send) => {
      const response = await send();
      const text = await response.text();
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
      const answer = JSON.parse(text) as Answer;
      expect([answer.data, codesOf(answer)]).toEqual([undefined, ['UNAVAILABLE']]);
      expect(text).not.toMatch(/too many|role|127\.0\.0\.1|ECONN|prisma|app_|\.ts:|\.js:/i);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    });

    it('is not ready, and lives', async () => {
      expect((await fetch(`${corpus.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${corpus.url}/livez`)).status).toBe(200);
    });
  });

  it('since all connections are taken, is 503', async () => {
    await database.lock('article');
    const leaving = new AbortController();
    const holding = Array.from({ length: 10 }, () =>
      fetch(`${corpus.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: anew(QUERY) }),
        signal: leaving.signal,
      }),
    );
    const left = Promise.allSettled(holding);
    await database.untilWaiting(10);
    const answer = await corpus.ask(anew('{ revisions(first: 1) { nodes { number } } }'));
    expect([answer.status, codesOf(answer)]).toEqual([503, ['UNAVAILABLE']]);
    leaving.abort();
    await left;
    await database.unlock();
    expect((await corpus.ask(anew(QUERY))).status).toBe(200);
  }, 30_000);

  const untilAsleep = async () => {
    while ((await database.count(`wait_event = 'PgSleep'`)) === 0)
      await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('and is lost in the middle of a write has done nothing, which is said', async () => {
    await database.lock('review');
    const answering = corpus.ask(change, { r: 1, why: 'first' }, key);
    await database.untilWaiting(1);
    await database.terminate(`wait_event_type = 'Lock'`);
    const answer = await answering;
    expect([answer.status, codesOf(answer)]).toEqual([503, ['UNAVAILABLE']]);
    expect(answer.errors[0]?.message).toMatch(/Nothing was changed/);
    await database.unlock();
    expect((await corpus.ask(anew('{ corpus { revision } }'))).data).toEqual({ corpus: { revision: 1 } });
  }, 30_000);

  it('and is lost while it answers what was written has done it, which is said', async () => {
    // What is read for the answer, and not when the revision is sealed.
    await database.run(`CREATE FUNCTION doze() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN true; END $$;
      ALTER VIEW statement_evidence RENAME TO evidence; CREATE VIEW statement_evidence AS SELECT * FROM evidence WHERE doze();
      GRANT SELECT ON statement_evidence TO PUBLIC`);
    const answering = corpus.ask(change, { r: 1, why: 'second' }, key);
    await untilAsleep();
    await database.terminate(`wait_event = 'PgSleep'`);
    const answer = await answering;
    expect([answer.status, codesOf(answer)]).toEqual([200, ['UNAVAILABLE']]);
    expect(answer.errors[0]?.message).toMatch(/^This was written\./);
    await database.run('DROP VIEW statement_evidence; ALTER VIEW evidence RENAME TO statement_evidence');
    expect((await corpus.ask(anew('{ corpus { revision } }'))).data).toEqual({ corpus: { revision: 2 } });
  }, 30_000);

  it('and is lost while it keeps what was written may have done it, which is said', async () => {
    await database.run(`CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()`);
    const { data } = await corpus.ask(
      anew('{ statements(first: 1, filter: { review: [RETRACTED] }) { nodes { reviewedIn } } }'),
    );
    expect(data).toEqual({ statements: { nodes: [{ reviewedIn: 2 }] } });
    const again = change.replace('retractStatement', 'restoreStatement');
    const answering = corpus.ask(again, { r: 2, why: 'third' }, key);
    await untilAsleep();
    await database.terminate(`wait_event = 'PgSleep'`);
    const answer = await answering;
    expect(codesOf(answer)).toEqual(['OUTCOME_UNKNOWN']);
    expect(answer.errors[0]?.message).toMatch(/all of it may have been done, or nothing/);
    await database.run('DROP TRIGGER dawdle ON revision');
  }, 30_000);
});
