import { cacheExchange, Client, fetchExchange } from '@urql/core';

/** Asks the public API of the server that the pages come from, as any other program could. */
export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  // What people type into the pages, drafts above all, has no place in the addresses that servers log.
  preferGetMethod: false,
});
