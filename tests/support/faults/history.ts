import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { startServer } from '../../../src/server/start-server.ts';
import type { Store } from '../../../src/store/store.ts';
import { verifyStore } from '../../../src/store/verify/verify-store.ts';
import { IN_PROCESS, postGraphql, type Answer } from '../served-corpus.ts';

/** What a server has acknowledged to its clients, and what went wrong in between. */
export class History {
  /** Texts by the id under which they were brought in. */
  readonly articles = new Map<string, { readonly text: string; readonly revision: number }>();
  /** Revisions by the id of the statement that was accepted in them. */
  readonly accepted = new Map<string, number>();
  /** What was answered of revisions, byte for byte. */
  readonly answers = new Map<number, string>();
  /** Articles that were sent and never acknowledged: each may be there once, or not at all. */
  readonly unknown = new Map<string, string>();
  /** What clients were told, with how often: the code of an error, or "no answer". */
  readonly errors = new Map<string, number>();
  /** Milliseconds from the last acknowledged write before an error to the first one behind it, at most. */
  longestGap = 0;

  get acknowledged(): number {
    return this.articles.size + this.accepted.size;
  }
}

/** A statement of an article under an id of UTF-16 units that no other article has. */
const textOf = (id: string): string =>
  `Rain in ${id}\n\n“It rains in ${id} as it never did,” Ada Holm told the ${id} Times. The river rose.\n`;

const INGEST = `mutation ($article: ArticleInput!) { ingestArticle(article: $article) {
  revision article { text statements(first: 1, filter: { review: [PROPOSED] }) { nodes { id reviewedIn } } } } }`;
const ACCEPT = `mutation ($id: ID!, $ifRevision: Int!) { acceptStatement(id: $id, ifRevision: $ifRevision) { revision statement { id } } }`;
const AS_OF = `query ($revision: Int!) { articles(asOf: $revision, first: 100) { totalCount nodes { slug text statements { nodes {
  text review quotes { exact start end } } } } } }`;

interface IngestAnswer {
  readonly ingestArticle: {
    readonly revision: number;
    readonly article: {
      readonly text: string;
      readonly statements: { readonly nodes: readonly { readonly id: string; readonly reviewedIn: number }[] };
    };
  };
}

/** Milliseconds that a client gives an answer, and waits before it tries again. */
const PATIENCE = 15_000;
const BETWEEN = 20;

/** Where a client finds its server: another address whenever that was started anew. */
export interface Address {
  url: string;
  readonly key: string;
}

/**
 * Writes until it is told to stop: brings articles in, accepts what is proposed of each, and now and then reads what was. Whatever
 * it is not told to be done it tries again, as clients do.
 *
 * @param name tells its articles from those of others
 * @param every milliseconds between two articles, at least
 */
export async function write(
  address: Address,
  name: string,
  history: History,
  {
    signal,
    stopAtError = false,
    patience = PATIENCE,
    every = 0,
  }: {
    readonly signal: AbortSignal;
    readonly stopAtError?: boolean;
    readonly patience?: number;
    readonly every?: number;
  },
): Promise<void> {
  let [last, hasFailed] = [performance.now(), false];
  const done = () => {
    const now = performance.now();
    if (hasFailed) history.longestGap = Math.max(history.longestGap, now - last);
    [last, hasFailed] = [now, false];
  };
  const failed = async (what: string) => {
    hasFailed = true;
    history.errors.set(what, (history.errors.get(what) ?? 0) + 1);
    await pause(BETWEEN);
  };
  const ask = async (query: string, variables: object): Promise<Answer | null> => {
    return Promise.race([
      postGraphql(address.url, { query, variables }, address.key).catch(() => null),
      pause(patience, null, { ref: false }),
    ]);
  };
  for (let number = 0; !signal.aborted; number++) {
    const next = every === 0 ? undefined : pause(every);
    const id = `${name}-${String(number)}`;
    const text = textOf(id);
    history.unknown.set(id, text);
    let answer = await ask(INGEST, { article: { id, text } });
    while (answer?.errors.length !== 0) {
      await failed(answer?.errors[0]?.extensions.code ?? 'no answer');
      if (stopAtError || isOver(signal)) return;
      answer = await ask(INGEST, { article: { id, text } });
    }
    const { revision, article } = (answer.data as IngestAnswer).ingestArticle;
    if (article.text !== text) throw new Error(`another text was served under ${id}`);
    history.articles.set(id, { text, revision });
    history.unknown.delete(id);
    done();
    const [proposed] = article.statements.nodes;
    if (proposed) {
      const accepted = await ask(ACCEPT, { id: proposed.id, ifRevision: proposed.reviewedIn });
      const { acceptStatement } = (accepted?.data ?? {}) as { acceptStatement?: { revision: number } };
      if (acceptStatement) history.accepted.set(proposed.id, acceptStatement.revision);
      else await failed(accepted?.errors[0]?.extensions.code ?? 'no answer');
    }
    if (number % 10 === 0) {
      const read = await ask(AS_OF, { revision });
      if (read?.errors.length === 0) history.answers.set(revision, JSON.stringify(read.data));
    }
    await next;
  }
}

/** By a function, since it changes while others are waited for. */
const isOver = (signal: AbortSignal): boolean => signal.aborted;

/** What a store was found to be, beside what its clients know. */
export interface Found {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  /** Answers of a revision that are others now. */
  readonly changed: number;
  /** Whether revisions are numbered without gaps. */
  readonly isDense: boolean;
  /** Invariants that do not hold. */
  readonly broken: readonly string[];
}

/** What has to be found of any history. */
export const nothingLost = ({ acknowledged }: History): Found => ({
  acknowledged,
  lost: 0,
  duplicated: 0,
  changed: 0,
  isDense: true,
  broken: [],
});

/** Compares a store that nobody writes to with what its clients were told. */
export async function check(store: Store, history: History): Promise<Found> {
  const rows = await store.sql.query<{ key: string; text: string }>({
    name: '',
    text: `SELECT a.source_key AS key, v.text FROM article a JOIN article_version v ON v.article_id = a.id`,
  });
  const texts = new Map<string, string[]>();
  for (const { key, text } of rows) texts.set(key, [...(texts.get(key) ?? []), text]);
  const reviews = await store.sql.query<{ id: string; revision: number }>({
    name: '',
    text: `SELECT statement_id AS id, revision FROM review WHERE action = 'ACCEPT'`,
  });
  const acceptedIn = new Map<string, number[]>();
  for (const { id, revision } of reviews) {
    const name = Buffer.from(`Statement:${id}`).toString('base64url');
    acceptedIn.set(name, [...(acceptedIn.get(name) ?? []), revision]);
  }
  const [revisions] = await store.sql.query<{ count: number; least: number; most: number }>({
    name: '',
    text: 'SELECT count(*)::int AS count, coalesce(min(number), 1) AS least, coalesce(max(number), 0) AS most FROM revision',
  });
  const kept = [...history.articles].map(([id, { text }]) => [texts.get(`id:${id}`) ?? [], text] as const);
  const decided = [...history.accepted].map(([id, revision]) => [acceptedIn.get(id) ?? [], revision] as const);
  const isLost = ([found, written]: readonly [readonly unknown[], unknown]) => !found.includes(written);
  const sent = [...texts.values(), ...acceptedIn.values()];
  const broken: string[] = [];
  await verifyStore(store.sql, (result) => {
    if (result.broken > 0) broken.push(result.name);
  });
  return {
    acknowledged: history.acknowledged,
    lost: kept.filter(isLost).length + decided.filter(isLost).length,
    duplicated: sent.filter((all) => all.length > 1).length,
    changed: await countChanged(store, history),
    isDense: revisions?.least === 1 && revisions.most === revisions.count,
    broken,
  };
}

async function countChanged(store: Store, { answers }: History): Promise<number> {
  const log = pino({ level: 'silent' });
  const server = await startServer({ store, extractor: IN_PROCESS, host: '127.0.0.1', port: 0, log });
  try {
    let changed = 0;
    for (const [revision, bytes] of answers) {
      const { data } = await postGraphql(server.url, { query: AS_OF, variables: { revision } });
      if (JSON.stringify(data) !== bytes) changed++;
    }
    return changed;
  } finally {
    await server.stop();
  }
}
