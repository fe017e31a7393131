import { cacheExchange, Client, fetchExchange } from '@urql/core';

/** Where the key is kept: for this tab, until it is closed. */
const KEPT = 'verbatim:key';

/** How a key is sent. It stands in no address. */
export const headersOf = (key: string): { readonly authorization: string } => ({ authorization: `Bearer ${key}` });

/** Asks the same API as `client`, with a key. */
export const keyedClient = (key: string): Client =>
  new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetchOptions: { headers: headersOf(key) },
  });

/** The key that somebody gave in this tab; null where none did, or the browser keeps nothing. */
export function keptKey(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Keeps a key for this tab, or forgets it. */
export function keepKey(key: string | null): void {
  try {
    if (key === null) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, key);
  } catch {
    // A browser that keeps nothing forgets the key with the page.
  }
}
