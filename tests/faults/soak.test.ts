import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { check, History, nothingLost, write } from '../support/faults/history.ts';
import { newFolder, newPlace, serve, times, within, type Place } from '../support/faults/places.ts';
import { report } from '../support/faults/report.ts';
import { Follower, until } from '../support/follower.ts';
import { keyOf } from '../support/keys.ts';
import { postGraphql } from '../support/served-corpus.ts';
import { STORES, type StoreKind } from '../support/stores.ts';

const MINUTES = times(0.2);
/** Milliseconds between two articles of the writer, two questions of a reader, and two looks at the memory. */
const [BETWEEN_WRITES, BETWEEN_READS, BETWEEN_LOOKS] = [500, 40, MINUTES * 600];
const READERS = 2;

/** What readers ask in turn; what they find differs from one time to the next, since somebody writes. */
const QUESTIONS: readonly { readonly query: string; readonly variables?: (number: number) => object }[] = [
  {
    query: `{ statements(first: 50) { totalCount nodes { id text article { slug } attribution { actor { name } }
      quotes { exact start end } } pageInfo { endCursor } } }`,
  },
  {
    query: 'query ($text: String!) { search(query: $text, first: 20) { edges { snippet } } }',
    variables: (number) => ({ text: `rains ${String(number)}` }),
  },
  {
    query: 'query ($text: String!) { checkQuote(text: $text) { verdict matches { quote { exact start end } } } }',
    variables: (number) => ({ text: `It rains in soak-${String(number % 100)} as it never did` }),
  },
  { query: '{ articles(first: 20) { nodes { title text } } corpus { revision } }' },
];

/** Megabytes of memory that a process holds: VmRSS of proc_pid_status(5). */
const memoryOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]) / 1024;

/** Megabytes an hour: the slope of the line through looks at equal distances that is nearest to them by least squares. */
function slope(looks: readonly number[]): number {
  const middle = (looks.length - 1) / 2;
  const mean = looks.reduce((sum, look) => sum + look, 0) / looks.length;
  const [up, across] = looks.reduce(
    ([rise, run], look, at) => [rise + (at - middle) * (look - mean), run + (at - middle) ** 2] as const,
    [0, 0],
  );
  return (up / across) * (3_600_000 / BETWEEN_LOOKS);
}

/** Asks until it is told to stop. */
async function read(url: string, key: string, counts: Map<string, number>, signal: AbortSignal): Promise<void> {
  for (let number = 0; !signal.aborted; number++) {
    const { query, variables } = QUESTIONS[number % QUESTIONS.length] ?? { query: '' };
    const { errors } = await postGraphql(url, { query, variables: variables?.(number) }, key);
    const outcome = errors[0]?.extensions.code ?? 'answered';
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    await pause(BETWEEN_READS);
  }
}

const { folder, remove } = newFolder();
afterAll(remove);

interface Soaked {
  readonly kind: StoreKind['kind'];
  readonly place: Place;
  readonly key: string;
}

async function newSoaked(kind: StoreKind['kind']): Promise<Soaked> {
  const place = await newPlace(kind, folder);
  return { kind, place, key: await within(place.location, (store) => keyOf(store, 'ADMIN')) };
}

/** What a soak leaves to be looked at: all that was written, and all that was seen while it was. */
interface Seen {
  readonly history: History;
  readonly counts: ReadonlyMap<string, number>;
  readonly looks: readonly number[];
  readonly told: readonly number[];
}

/** Reads, writes and follows a server on a store, and stops it. */
async function soak({ place, key }: Soaked): Promise<Seen> {
  const { command, url } = await serve(place.environment);
  const [history, counts, looks] = [new History(), new Map<string, number>(), [] as number[]];
  const follower = new Follower(url, {}, undefined, key);
  await follower.connected;
  const end = new AbortController();
  const clients = [
    write({ url, key }, 'soak', history, { signal: end.signal, every: BETWEEN_WRITES }),
    ...Array.from({ length: READERS }, () => read(url, key, counts, end.signal)),
  ];
  for (const from = Date.now(); Date.now() - from < MINUTES * 60_000;) {
    await pause(BETWEEN_LOOKS);
    looks.push(memoryOf(command.process.pid ?? 0));
  }
  end.abort();
  await Promise.all(clients);
  const last = Math.max(...history.accepted.values());
  await until(() => follower.end !== null || follower.revisions.includes(last));
  const told = follower.revisions;
  expect(follower.end).toBeNull();
  follower.stop();
  command.process.kill('SIGTERM');
  expect(await command.ended()).toMatchObject({ code: 0, stderr: '' });
  return { history, counts, looks, told };
}

/** Looks at what is in a store at the end. */
async function inspect({ kind, place }: Soaked, { history, counts, looks, told }: Seen): Promise<void> {
  const found = await within(place.location, (store) => check(store, history));
  const late = looks.slice(looks.length / 2);
  report(`${String(MINUTES)} minutes of reading and writing, ${kind}`, 1, history, found, {
    answers: counts.get('answered'),
    'MB at the end': Math.round(looks.at(-1) ?? 0),
    'MB at most': Math.round(Math.max(...looks)),
    'MB an hour in the second half': Math.round(slope(late)),
  });
  expect(found).toEqual(nothingLost(history));
  expect([...counts.keys()]).toEqual(['answered']);
  expect([...history.errors]).toEqual([]);
  expect(told).toEqual(Array.from(told, (_, at) => (told[0] ?? 0) + at));
  expect(told).toEqual(expect.arrayContaining([...history.accepted.values()]));
}

it(
  'servers that are read, written to and followed for long answer everything, lose nothing and tell every revision',
  async () => {
    // One after the other: while this process works in an embedded store, it hears of no connection to the other.
    const stores: Soaked[] = [];
    for (const { kind } of STORES) stores.push(await newSoaked(kind));
    const soaked = await Promise.all(stores.map(async (each) => [each, await soak(each)] as const));
    for (const [each, seen] of soaked) await inspect(each, seen);
  },
  180_000 + MINUTES * 120_000,
);
