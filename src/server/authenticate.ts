import { VerbatimError } from '../domain/errors.ts';
import type { Principal } from '../domain/principal.ts';
import { sha256 } from '../domain/sha256.ts';
import type { SeenRequest } from '../observe/seen-request.ts';
import { findPrincipal } from '../store/keys/find-principal.ts';
import { isSecretOf } from '../store/keys/is-secret-of.ts';
import { askedBy } from '../store/observed-client.ts';
import type { SqlClient } from '../store/sql.ts';
import { COMMAND_LINE } from '../store/write-transaction.ts';
import { refusal } from './refusal.ts';

/** Who sends a request, by its header "Authorization"; null without one. */
export type Authenticate = (authorization: string | undefined, request: SeenRequest) => Promise<Principal | null>;

const BEARER = /^Bearer +(\S+) *$/i;
const AT_THE_MACHINE: Principal = { ...COMMAND_LINE, role: 'ADMIN' };

/**
 * Reads keys as RFC 6750 has them sent, "Authorization: Bearer KEY", and asks the store whose they are at each request. Whoever
 * sends one that is not valid is refused whatever is asked for: a client that believes to be known shall learn that it is not.
 *
 * @param runKey a key that this server takes for as long as it runs, from the command line of its own machine; null for none
 * @returns a function that throws GraphQLError UNAUTHENTICATED, with the status 401
 */
export function authenticator(sql: SqlClient, runKey: string | null): Authenticate {
  const runHash = runKey === null ? null : sha256(runKey);
  const principalOf = async (authorization: string, request: SeenRequest): Promise<Principal> => {
    const key = BEARER.exec(authorization)?.[1];
    if (key === undefined) {
      throw new VerbatimError(
        'UNAUTHENTICATED',
        'The header "Authorization" must be "Bearer KEY". Reading needs none.',
      );
    }
    if (runHash !== null && isSecretOf(key, runHash)) return AT_THE_MACHINE;
    return findPrincipal(askedBy(sql, request), key, new Date());
  };
  return async (authorization, request) => {
    if (authorization === undefined) return null;
    try {
      return await principalOf(authorization, request);
    } catch (error) {
      throw error instanceof VerbatimError ? refusal(error) : error;
    }
  };
}
