import type { ServerResponse } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type GraphQLFormattedError } from 'graphql';
import type { Context } from '../graphql/context.ts';
import type { Outage } from '../store/outage.ts';
import { CORS } from './cors.ts';
import { OUTAGES, outageError } from './format-error.ts';
import { respondError } from './respond.ts';

/** Seconds after which a client may ask again when the store could not be reached: a restart takes no longer. */
export const RETRY_AFTER = '5';

const isOutage = ({ extensions }: GraphQLFormattedError): boolean => String(extensions?.['code']) in OUTAGES;

/**
 * Answers whose store could not be reached, or that took too long, with 503 (RFC 9110, section 15.6.4), whatever a client accepts: a
 * proxy and a client that knows nothing of GraphQL shall see that this is no answer. 504 would be that of a gateway. When the store
 * comes back can be told, hence Retry-After; what takes too long will again, hence none.
 *
 * A query has no data then, since a null in it would look like what is not there. What a mutation has done is told by its data, and
 * its errors say of each field whether it was done.
 */
export const outages: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ operation, response: { body, http } }) => {
        const result = body.kind === 'single' ? body.singleResult : undefined;
        const [first] = result?.errors?.filter(isOutage) ?? [];
        if (!result?.errors || !first) return Promise.resolve();
        if (operation?.operation === OperationTypeNode.MUTATION) {
          result.errors = result.errors.map((error) => (isOutage(error) ? ofWrite(error) : error));
          if (Object.values(result.data ?? {}).some((value) => value !== null) || result.errors.some(isDone)) {
            return Promise.resolve();
          }
        } else {
          delete result.data;
          result.errors = [first];
        }
        http.status = 503;
        if (first.extensions?.['code'] === 'UNAVAILABLE') http.headers.set('retry-after', RETRY_AFTER);
        return Promise.resolve();
      },
    }),
};

/** Answers a request of which not even what it asks for could be looked at. */
export function respondOutage(response: ServerResponse, outage: Outage, error: unknown): void {
  const headers = outage === 'UNAVAILABLE' ? { 'retry-after': RETRY_AFTER } : {};
  respondError(response, 503, outage, outageError(outage, error).message, { ...CORS, ...headers });
}

/** Whether the field of a mutation was done, and only what it answers could not be read. */
const isDone = ({ path }: GraphQLFormattedError): boolean => path !== undefined && path.length > 1;

/** The error of a mutation, which says whether anything was done. What the write itself found says so already. */
function ofWrite(error: GraphQLFormattedError): GraphQLFormattedError {
  if (isDone(error))
    return { ...error, message: `This was written. ${error.message} Read it instead of writing again.` };
  const isUntold = Object.values(OUTAGES).includes(error.message);
  return isUntold
    ? { ...error, message: `${error.message} Look whether it was done before you send it again.` }
    : error;
}
