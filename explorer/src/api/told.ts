import type { CombinedError } from 'urql';

/** What went wrong, in the words of the server; where it did not answer at all, that. */
export const told = ({ networkError, graphQLErrors }: CombinedError): string =>
  networkError && graphQLErrors.length === 0
    ? 'The server could not be reached.'
    : graphQLErrors.map(({ message }) => message).join(' ');

/** The code of the first error: "CONFLICT"; empty where the server did not answer. */
export function codeOf({ graphQLErrors: [first] }: CombinedError): string {
  const code = first?.extensions['code'];
  return typeof code === 'string' ? code : '';
}
