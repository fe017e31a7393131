import type { GraphQLFormattedError } from 'graphql';
import type { SeenRequest } from '../observe/seen-request.ts';

/** Lets be known which error a client is told: by its code, and by the limit that it met, where it is one of several. */
export function tellRefusal({ extensions }: GraphQLFormattedError, seen: SeenRequest): void {
  const limit = extensions?.['limit'];
  seen.refusedFor(String(extensions?.['code']), typeof limit === 'string' ? limit : null);
}
