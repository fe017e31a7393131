import { LRUCache } from 'lru-cache';
import { AS_OF } from '../graphql/as-of.ts';
import type { Account, AnsweredQuery } from '../graphql/context.ts';
import { planOperation } from '../graphql/plan/plan-operation.ts';
import { SeenOperation } from '../observe/seen-operation.ts';
import type { SeenRequest } from '../observe/seen-request.ts';
import { neededRole } from '../graphql/roles.ts';
import { rootFields } from '../graphql/root-fields.ts';
import { outageOf } from '../store/outage.ts';
import type { SqlClient } from '../store/sql.ts';
import { readPlanned, type PlannedAnswer } from './planning.ts';
import { assertFewNodes, costOf, type Cost } from './cost.ts';
import { objectsInJson } from './objects-in.ts';

/** A query that was read, checked and answered by one statement. */
type KnownQuery = Omit<AnsweredQuery, 'revision'>;

/** What a request asks for, as its body says. */
interface Asked {
  /** The text, or the hash by which Apollo's clients name one that was sent before; no text begins as a hash does. */
  readonly query: string;
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Characters of all the queries that are known together, and of their keys; what is made of one takes some fifty times its text. */
const MOST = 400_000;

/**
 * Queries that a statement answers whoever asks, by their text: to read one again and to check it against the schema and the
 * limits would tell nothing new. What depends on a request's variables is checked for each. Whatever is out of the ordinary is left to
 * the way that all others go, which also tells what is wrong.
 */
export class KnownQueries {
  readonly #known = new LRUCache<string, { readonly query: KnownQuery; readonly headers: Headers }>({
    maxSize: MOST,
    // What is known by a hash takes as much room as what is known by its text.
    sizeCalculation: ({ query }, key) => key.length + (query.document.loc?.source.body.length ?? 0),
  });

  /**
   * Remembers a query that was answered by a statement.
   *
   * @param accept the header by which the client says what it takes
   * @param headers with which it was answered
   */
  learn(accept: string, body: unknown, query: KnownQuery, headers: Headers): void {
    const asked = readAsked(body);
    if (asked && isForAll(query)) this.#known.set(keyOf(accept, asked), { query, headers });
  }

  /**
   * The answer to a request, or null where it is to go the usual way.
   *
   * @param reading chooses where to read it
   * @param account of the request
   * @param seen told what the request asks for
   * @throws what the store throws that cannot be reached or takes too long
   */
  async answer(
    reading: () => Promise<SqlClient>,
    accept: string,
    body: unknown,
    account: Account,
    seen: SeenRequest,
  ): Promise<KnownAnswer | null> {
    const asked = readAsked(body);
    const known = asked && this.#known.get(keyOf(accept, asked));
    if (!known) return null;
    const { schema, document, operation } = known.query;
    seen.operation = SeenOperation.of(document, operation);
    try {
      const requested = assertFewNodes(schema, document, operation, asked.variables);
      const planned = seen.begin('plan');
      const plan = planOperation(schema, document, operation, asked.variables);
      planned();
      if (!plan) return null;
      account.spend(requested);
      const answer = await readPlanned(await reading(), plan, seen);
      const actual = answer ? objectsInJson(answer.data) : 0;
      const isGiven = answer !== null && actual <= requested;
      account.giveBack(requested - (isGiven ? actual : 0));
      return isGiven ? { ...answer, cost: costOf(requested, actual), headers: known.headers } : null;
    } catch (error) {
      // The usual way would wait for the same store.
      if (outageOf(error)) throw error;
      return null;
    }
  }
}

type Headers = Readonly<Record<string, string>>;

/** What a query that was known is answered. */
type KnownAnswer = PlannedAnswer & { readonly cost: Cost; readonly headers: Headers };

/** Whether a query needs no key and reads no past, whatever its variables are. */
function isForAll({ schema, document, operation }: KnownQuery): boolean {
  const fields = schema.getQueryType()?.getFields() ?? {};
  return rootFields(document, operation).every((asked) => {
    const field = fields[asked.name.value];
    return field && !neededRole(field) && asked.arguments?.some(({ name }) => name.value === AS_OF) !== true;
  });
}

function readAsked(body: unknown): Asked | null {
  if (!isObject(body)) return null;
  const { operationName, variables, extensions } = body;
  const query = extensions === undefined ? body['query'] : body['query'] === undefined ? hashIn(extensions) : null;
  if (typeof query !== 'string') return null;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return null;
  if (variables !== undefined && variables !== null && !isObject(variables)) return null;
  return { query, operationName: operationName ?? '', variables: variables ?? {} };
}

function hashIn(extensions: unknown): string | null {
  if (!isObject(extensions) || Object.keys(extensions).length !== 1) return null;
  const { persistedQuery } = extensions;
  if (!isObject(persistedQuery) || persistedQuery['version'] !== 1) return null;
  const { sha256Hash } = persistedQuery;
  return typeof sha256Hash === 'string' ? `sha256:${sha256Hash}` : null;
}

const keyOf = (accept: string, { query, operationName }: Asked): string => `${accept}\n${operationName}\n${query}`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
