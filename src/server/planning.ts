import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { cameUpIn } from '../observe/failure.ts';
import type { SeenRequest } from '../observe/seen-request.ts';
import { planOperation, type OperationPlan } from '../graphql/plan/plan-operation.ts';
import { workOut } from '../graphql/plan/late.ts';
import { preparedPlan, type SqlClient } from '../store/sql.ts';

/** The data of an answer that is JSON already. */
class JsonData {
  constructor(readonly json: string) {}
}

/** Answers queries that can be written as one statement by that one, and leaves all others to the resolvers. */
export const planning: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: async ({ schema, document, operation, request, contextValue, logger }) => {
        const { seen } = contextValue;
        const planned = seen.begin('plan');
        const plan = planOperation(schema, document, operation, request.variables ?? {});
        planned();
        // What fails is asked of the resolvers, which tell where it failed.
        const answer =
          plan &&
          (await readPlanned(contextValue.sql, plan, seen).catch((error: unknown) => {
            cameUpIn(seen, error);
            logger.warn(error);
            return null;
          }));
        if (!answer) return null;
        contextValue.answeredBy({ revision: answer.revision, schema, document, operation });
        const data = new JsonData(answer.data) as unknown as Record<string, unknown>;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
      },
    }),
};

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
