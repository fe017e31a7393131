import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { VerbatimError } from '../domain/errors.ts';

/** An error by which a request is refused as a whole, before any of it is run: 401 without a valid key, else 403. */
export const refusal = ({ code, message }: VerbatimError): GraphQLError =>
  new GraphQLError(message, {
    extensions: {
      code,
      http:
        code === 'UNAUTHENTICATED'
          ? { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer']]) }
          : { status: 403, headers: new HeaderMap() },
    },
  });
