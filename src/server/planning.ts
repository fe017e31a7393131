import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { Context } from '../graphql/context.ts';
import { planOperation, type OperationPlan } from '../graphql/plan/plan-operation.ts';
import { preparedPlan } from '../store/sql.ts';

/** The data of an answer that is JSON already. */
class JsonData {
  constructor(readonly json: string) {}
}

/** Answers queries that can be written as one statement by that one, and leaves all others to the resolvers. */
export const planning: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: async ({ schema, document, operation, request, contextValue, logger }) => {
        const plan = planOperation(schema, document, operation, request.variables ?? {});
        // What fails is asked of the resolvers, which tell where it failed.
        const json =
          plan &&
          (await answer(contextValue, plan).catch((error: unknown) => {
            logger.warn(error);
            return null;
          }));
        if (json === null) return null;
        const data = new JsonData(json) as unknown as Record<string, unknown>;
        return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
      },
    }),
};

async function answer(context: Context, { text, values }: OperationPlan): Promise<string | null> {
  const [row] = await context.sql.query<{ readonly data: string; readonly revision: number }>(
    preparedPlan(text),
    values,
  );
  if (!row) return null;
  context.answered(row.revision);
  return row.data;
}

/** An answer as it is sent. */
export function stringifyAnswer({ data, ...rest }: FormattedExecutionResult): string {
  if (!(data instanceof JsonData)) return JSON.stringify({ ...rest, ...(data === undefined ? {} : { data }) });
  // What is undefined is in no JSON.
  const others = JSON.stringify(rest).slice(1, -1);
  return `{"data":${data.json}${others === '' ? '' : `,${others}`}}`;
}
