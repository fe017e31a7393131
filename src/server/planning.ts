import { HeaderMap, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { cameUpIn } from '../observe/failure.ts';
import type { SeenRequest } from '../observe/seen-request.ts';
import { planOperation, type OperationPlan } from '../graphql/plan/plan-operation.ts';
import { workOut } from '../graphql/plan/late.ts';
import { outageOf } from '../store/outage.ts';
import { outageError } from './format-error.ts';
import { objectsInJson } from './objects-in.ts';
import { preparedPlan, type SqlClient } from '../store/sql.ts';

/** The data of an answer that is JSON already. */
class JsonData {
  constructor(readonly json: string) {}
}

/** How many objects there are in the data of an answer that a statement gave; null of any other. */
export const objectsInPlanned = (data: object): number | null =>
  data instanceof JsonData ? objectsInJson(data.json) : null;

/** Answers queries that can be written as one statement by that one, and leaves all others to the resolvers. */
export const planning: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: async ({ schema, document, operation, request, contextValue, logger }) => {
        const { seen } = contextValue;
        const planned = seen.begin('plan');
        const plan = planOperation(schema, document, operation, request.variables ?? {});
        planned();
        if (!plan) return null;
        let answer: PlannedAnswer | null;
        try {
          answer = await readPlanned(contextValue.sql, plan, seen);
        } catch (error) {
          // The resolvers would wait for the same store. Anything else that fails is asked of them, and they tell where it failed.
          const outage = outageOf(error);
          if (outage) return single({ errors: [outageError(outage, error)] });
          cameUpIn(seen, error);
          logger.warn(error);
          return null;
        }
        if (!answer) return null;
        contextValue.answeredBy({ revision: answer.revision, schema, document, operation });
        const data = new JsonData(answer.data) as unknown as Record<string, unknown>;
        return single({ data });
      },
    }),
};

const single = (singleResult: FormattedExecutionResult): GraphQLResponse => ({
  http: { headers: new HeaderMap() },
  body: { kind: 'single', singleResult },
});

/** What a statement answered. */
export interface PlannedAnswer {
  /** The JSON of the answer's `data`. */
  readonly data: string;
  /** The newest revision that the statement could see. */
  readonly revision: number;
}

/** Reads what a plan says. */
export async function readPlanned(
  sql: SqlClient,
  { text, values }: OperationPlan,
  seen: SeenRequest,
): Promise<PlannedAnswer | null> {
  const executed = seen.begin('execute');
  try {
    const [row] = await sql.query<PlannedAnswer>(preparedPlan(text), values);
    return row ? { data: workOut(row.data), revision: row.revision } : null;
  } finally {
    executed();
  }
}

/** An answer as it is sent. */
export function stringifyAnswer({ data, ...rest }: FormattedExecutionResult): string {
  if (!(data instanceof JsonData)) return JSON.stringify({ ...rest, ...(data === undefined ? {} : { data }) });
  // What is undefined is in no JSON.
  const others = JSON.stringify(rest).slice(1, -1);
  return `{"data":${data.json}${others === '' ? '' : `,${others}`}}`;
}
