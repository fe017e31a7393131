import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerbatimError, type ErrorCode } from '../domain/errors.ts';
import { readEnvironment } from './environment.ts';

/**
 * A server to which an embedded store belongs, and a key for it. The key has the role ADMIN, holds for this run of the server and is
 * in no store. Whoever may read the file in which it stands owns the store's files anyway, and could do all of this without it.
 */
export interface ServerOfStore {
  /** "http://127.0.0.1:4000", without a slash at the end. */
  readonly url: string;
  readonly key: string;
}

const FILE = 'server.json';
const content = z.object({ url: z.url(), key: z.string().min(1) });

/** Tells the commands on this machine of a server that has just started on the store of a folder, and no other user. */
export async function announceServer(folder: string, { url, key }: ServerOfStore): Promise<void> {
  const draft = join(folder, `.${FILE}.${randomUUID()}`);
  await writeFile(draft, JSON.stringify({ url: reachable(url), key }), { flag: 'wx', mode: 0o600 });
  await rename(draft, join(folder, FILE));
}

/** Takes back what a server has told of itself. Whoever owns a store may do so: there is no server on it, or none any more. */
export async function forgetServer(folder: string): Promise<void> {
  await rm(join(folder, FILE), { force: true });
}

/** The server that has told of itself in the folder of a store; null when there is none, or nothing that can be read. */
async function readServerOf(folder: string): Promise<ServerOfStore | null> {
  try {
    return content.parse(JSON.parse(await readFile(join(folder, FILE), 'utf8')));
  } catch {
    return null;
  }
}

/** The server on the store that the environment names; null when there is none, or the store is on PostgreSQL. */
export async function serverOfStore(): Promise<ServerOfStore | null> {
  const { store } = readEnvironment(process.env);
  return 'folder' in store ? readServerOf(store.folder) : null;
}

/**
 * Lets a server answer an operation.
 *
 * @returns the answer's `data`, in which nothing is missing for an error
 * @throws VerbatimError with the server's code and words for the first error, UNAVAILABLE when the server cannot be asked
 */
export async function askServer<Data>(
  { url, key }: ServerOfStore,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${key}`,
    },
    body: JSON.stringify({ query, variables }),
  }).catch((error: unknown) => {
    throw unavailable(url, 'does not answer', error);
  });
  const answer = answerFormat.safeParse(await response.json().catch(() => null));
  if (!answer.success) throw unavailable(url, `does not answer as one (status ${String(response.status)})`);
  const [error] = answer.data.errors ?? [];
  // A server takes the key that it has told: whoever does not is another one.
  if (error?.extensions.code === 'UNAUTHENTICATED') throw unavailable(url, 'does not know this store');
  if (error) throw new VerbatimError(error.extensions.code as ErrorCode, error.message);
  return answer.data.data as Data;
}

const answerFormat = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

function unavailable(url: string, what: string, cause?: unknown): VerbatimError {
  return new VerbatimError(
    'UNAVAILABLE',
    `The store belongs to a process whose server should answer at ${url}, and what is there ${what}. Try again shortly, or stop that process.`,
    { cause },
  );
}

/** Where commands on the same machine find a server that listens on all of its addresses. */
const reachable = (url: string): string => url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
