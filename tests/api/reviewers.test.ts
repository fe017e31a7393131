import { stateAfter } from '../../src/domain/review-rules.ts';
import type { ReviewAction, ReviewState } from '../../src/domain/vocabulary.ts';
import { seed } from '../../src/ingest/seed.ts';
import { ingestArticles } from '../../src/ingest/ingest-articles.ts';
import { COMMAND_LINE, lastNumbers } from '../../src/store/write-transaction.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import type { Store } from '../../src/store/store.ts';
import { extracted } from '../support/incoming.ts';
import { keyOf } from '../support/keys.ts';
import { withFolder } from '../support/seed-folder.ts';
import { serveCorpus, type Answer, type ServedCorpus } from '../support/served-corpus.ts';
import { ferries, trains } from '../support/small-seeds.ts';
import { STORES } from '../support/stores.ts';

/** How many review at once, and how often each. The embedded store has one connection. */
const REVIEWERS = { PostgreSQL: 200, embedded: 40 } as const;
const ROUNDS = 3;

const ACTIONS = ['ACCEPT', 'REJECT', 'RETRACT', 'RESTORE', 'CORRECT'] as const satisfies readonly ReviewAction[];

/** What a reviewer reads before deciding. */
interface Read {
  readonly id: string;
  readonly review: ReviewState;
  readonly reviewedIn: number;
  readonly quotes: readonly { readonly exact: string }[];
}
/** What a reviewer decided, and what became of it. */
interface Decision {
  readonly author: string;
  readonly action: ReviewAction;
  readonly read: Read;
  readonly reason: string;
  readonly answer: Answer;
}
/** An entry of a statement's history. */
interface Change {
  readonly action: ReviewAction | null;
  readonly before: ReviewState | null;
  readonly after: ReviewState;
  readonly reason: string | null;
  readonly revision: { readonly number: number; readonly author: string };
  readonly statement: { readonly id: string };
  readonly replacement: { readonly id: string } | null;
}

const rained = (place: string): string =>
  `Rain in ${place}\n\n“It rains in ${place},” Ada ${place} said. “The river of ${place} is high,” Nils ${place} said. Ada ${place} said that ${place} was wet.\n`;

async function fill(store: Store): Promise<void> {
  await withFolder({ ...ferries(), ...trains }, (folder) => seed(store, folder));
  const places = ['Alm', 'Bru', 'Cor', 'Dom', 'Eid', 'Fen', 'Gol', 'Hov'];
  await ingestArticles(
    store,
    COMMAND_LINE,
    places.map((place) => extracted(`${place}.txt`, rained(place))),
  );
}

const READ = `query ($id: ID!) { node(id: $id) { ... on Statement { id review reviewedIn quotes { exact } } } }`;
const HISTORY = `query ($id: ID!) { node(id: $id) { ... on Statement { review reviewedIn history {
  action before after reason revision { number author } statement { id } replacement { id } } } } }`;
const decide = (action: ReviewAction): string =>
  action === 'CORRECT'
    ? `mutation ($id: ID!, $r: Int!, $reason: String!, $s: StatementInput!) { done: correctStatement(id: $id, ifRevision: $r, reason: $reason, statement: $s) { revision statement { id } } }`
    : `mutation ($id: ID!, $r: Int!, $reason: String!) { done: ${action.toLowerCase()}Statement(id: $id, ifRevision: $r, reason: $reason) { revision statement { id } } }`;

interface Done {
  readonly done: { readonly revision: number; readonly statement: { readonly id: string } };
}

/** Random numbers from 0 to 1, the same ones each time. */
function randomNumbers(seedNumber: number): () => number {
  let state = seedNumber;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe.each(STORES)('Many reviewers at once on the $kind store', ({ kind, open }) => {
  let corpus: ServedCorpus;
  let before: number;
  /** Statements, those that corrections put in place of others among them. */
  const ids: string[] = [];
  const decisions: Decision[] = [];
  const reads: Answer[] = [];

  beforeAll(async () => {
    corpus = await serveCorpus({ kind, open }, fill);
    before = (await lastNumbers(corpus.store.prisma)).revision;
    const { data } = await corpus.ask('{ statements(first: 100) { nodes { id } } }');
    ids.push(...(data as { statements: { nodes: { id: string }[] } }).statements.nodes.map(({ id }) => id));
    const random = randomNumbers(7);
    const keys: [string, string][] = [];
    for (let number = 1; number <= REVIEWERS[kind]; number++) {
      const name = `reviewer ${String(number)}`;
      keys.push([name, await keyOf(corpus.store, 'REVIEWER', name)]);
    }
    const work = { isOver: false };
    const reader = (async () => {
      while (!work.isOver)
        reads.push(
          await corpus.ask('{ corpus { revision } statements(first: 20) { nodes { review history { action } } } }'),
        );
    })();
    await Promise.all(keys.map(([name, key]) => review(name, key, random)));
    work.isOver = true;
    await reader;
  });
  afterAll(() => corpus.stop());

  async function review(author: string, key: string, random: () => number): Promise<void> {
    const pick = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One;
    for (let round = 1; round <= ROUNDS; round++) {
      const found = await corpus.ask(READ, { id: pick(ids) });
      reads.push(found);
      const { node: read } = found.data as { node: Read };
      const action = pick(ACTIONS);
      const reason = `${author}, ${String(round)}`;
      const statement = {
        text: `Corrected by ${reason}`,
        mode: 'NARRATION',
        content: read.quotes.map(({ exact }) => ({ exact })),
        attribution: [],
      };
      const variables = {
        id: read.id,
        r: read.reviewedIn,
        reason,
        ...(action === 'CORRECT' ? { s: statement } : {}),
      };
      const answer = await corpus.ask(decide(action), variables, key);
      decisions.push({ author, action, read, reason, answer });
      if (action === 'CORRECT' && answer.errors.length === 0) ids.push((answer.data as Done).done.statement.id);
    }
  }

  const succeeded = () => decisions.filter(({ answer }) => answer.errors.length === 0);
  const doneBy = ({ answer }: Decision) => (answer.data as Done).done;

  it('all get an answer, and who only reads is never kept from it', () => {
    expect(decisions).toHaveLength(REVIEWERS[kind] * ROUNDS);
    const failures = [...reads, ...decisions.map(({ answer }) => answer)].filter(({ status }) => status !== 200);
    expect(failures).toEqual([]);
    expect(reads.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('change something, or are told that somebody was first or that it cannot be done', () => {
    for (const { action, read, answer } of decisions) {
      const code = answer.errors[0]?.extensions.code;
      const isLegal = stateAfter(action, read.review) !== null;
      // What somebody read is what stands at that revision: whoever may not do it then is told so, unless it has changed.
      expect([undefined, 'CONFLICT', 'BAD_USER_INPUT']).toContain(code);
      if (code === undefined) expect(isLegal).toBe(true);
      if (code === 'BAD_USER_INPUT') {
        const message = expect.stringContaining('can be done to a statement that is') as string;
        expect([isLegal, answer.errors[0]?.message]).toEqual([false, message]);
      }
    }
    const codes = new Set(decisions.map(({ answer }) => answer.errors[0]?.extensions.code));
    expect(codes).toEqual(new Set([undefined, 'CONFLICT', 'BAD_USER_INPUT']));
  });

  it('make one revision each time that they change something, without gaps', async () => {
    const revisions = succeeded().map((decision) => doneBy(decision).revision);
    const dense = revisions.map((_, index) => before + 1 + index);
    expect(revisions.sort((a, b) => a - b)).toEqual(dense);
    expect((await lastNumbers(corpus.store.prisma)).revision).toBe(before + revisions.length);
  });

  it('leave each statement with a history that is legal, and is what they were told', async () => {
    const told = new Map(succeeded().map((decision) => [doneBy(decision).revision, decision]));
    let entries = 0;
    for (const id of ids) {
      const { data, errors } = await corpus.ask(HISTORY, { id });
      expect(errors).toEqual([]);
      const { node } = data as { node: { review: ReviewState; reviewedIn: number; history: Change[] } };
      const own = node.history.filter(({ statement }) => statement.id === id);
      let [state, reviewedIn]: [ReviewState | null, number] = [null, 0];
      for (const { action, before: from, after, reason, revision, replacement } of own) {
        if (action !== null && state !== null) {
          const decision = told.get(revision.number);
          entries++;
          expect([from, after]).toEqual([state, stateAfter(action, state)]);
          // Nobody changed what they had not read.
          expect(decision?.read).toMatchObject({ id, review: state, reviewedIn });
          expect([decision?.action, decision?.author, decision?.reason]).toEqual([action, revision.author, reason]);
          expect(replacement?.id ?? id).toBe(decision && doneBy(decision).statement.id);
        }
        state = after;
        reviewedIn = revision.number;
      }
      expect([node.review, node.reviewedIn]).toEqual([state, reviewedIn]);
    }
    expect(entries).toBe(told.size);
  });

  it('break nothing', async () => {
    expect(await verifyStore(corpus.store.sql, () => undefined)).toBe(true);
  });
});
