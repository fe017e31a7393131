import { readFile } from 'node:fs/promises';
import { parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { VerbatimError } from '../domain/errors.ts';
import { mayActAs, type Principal } from '../domain/principal.ts';
import { sha256 } from '../domain/sha256.ts';
import { limitRules } from './limit-rules.ts';

/** The parameters of a GraphQL request, however it came. */
type Parameters = Readonly<Record<string, unknown>>;

/** A list as Apollo's tools write it, or as those of Relay and of GraphQL Code Generator do: queries by id. */
const LIST = z.union([
  z
    .object({
      format: z.literal('apollo-persisted-query-manifest'),
      operations: z.array(z.object({ id: z.string(), body: z.string() })),
    })
    .transform(({ operations }) => operations.map(({ id, body }) => [id, body] as const)),
  z.record(z.string(), z.string()).transform((queries) => Object.entries(queries)),
]);

/** Whether somebody may ask what is not on the list: who runs the server, and the commands that work through it. */
export const isFree = (principal: Principal | null): boolean => principal !== null && mayActAs(principal.role, 'ADMIN');

export const NOT_LISTED =
  'This server answers the queries of its list only: send one of them, by its text as "query" or by its id as "documentId".';

/** How hashes are told from other ids in the draft of persisted documents (GraphQL over HTTP, appendix A). */
const HASH = 'sha256:';

/** The only queries that a server answers. They are asked for by their text or by an id, which may be the SHA-256 of the text. */
export class Safelist {
  readonly #byId = new Map<string, string>();
  readonly #texts = new Set<string>();

  constructor(queries: Iterable<readonly [id: string, text: string]>) {
    for (const [id, text] of queries) {
      this.#texts.add(text);
      this.#byId.set(withoutPrefix(id), text).set(sha256(text), text);
    }
  }

  get size(): number {
    return this.#texts.size;
  }

  /** The parameters of a request with the text of the query that they ask for, or null when it is not on the list. */
  admit(parameters: unknown): Parameters | null {
    if (!isObject(parameters)) return null;
    const { query, documentId, extensions, ...rest } = parameters;
    const persisted = isObject(extensions) ? extensions['persistedQuery'] : undefined;
    const id = documentId ?? (isObject(persisted) ? persisted['sha256Hash'] : undefined);
    const text =
      typeof query === 'string' ? query : typeof id === 'string' ? this.#byId.get(withoutPrefix(id)) : undefined;
    return text !== undefined && this.#texts.has(text) ? { ...rest, query: text } : null;
  }
}

const withoutPrefix = (id: string): string => (id.startsWith(HASH) ? id.slice(HASH.length) : id);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a list from a file and checks that each of its queries may be asked.
 *
 * @throws VerbatimError BAD_USER_INPUT that names the file, and the query that is wrong
 */
export async function readSafelist(file: string, schema: GraphQLSchema): Promise<Safelist> {
  const wrong = (what: string) => new VerbatimError('BAD_USER_INPUT', `PERSISTED_QUERIES: ${file} ${what}`);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw wrong(`cannot be read (${isObject(error) && 'code' in error ? String(error['code']) : String(error)}).`);
  });
  const list = LIST.safeParse(jsonOf(text));
  if (!list.success) {
    throw wrong(
      'is no list of queries: it must hold {"id": "query …", …}, or be a manifest as Apollo’s tools write it.',
    );
  }
  for (const [id, query] of list.data) {
    const problem = problemOf(query, schema);
    if (problem !== null) throw wrong(`has a query that cannot be asked, ${JSON.stringify(id)}: ${problem}`);
  }
  return new Safelist(list.data);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(query: string, schema: GraphQLSchema): string | null {
  try {
    const [error] = validate(schema, parse(query), [...specifiedRules, ...limitRules]);
    return error?.message ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
