import { useLocationProperty } from 'wouter/use-browser-location';

/** What stands behind "#" in the address, without it. */
export const useHash = (): string =>
  useLocationProperty(
    () => window.location.hash.slice(1),
    () => '',
  );

/** Changes it without a new entry in the history: a place in the page is no page of its own. */
export function replaceHash(hash: string): void {
  const { pathname, search } = window.location;
  history.replaceState(history.state, '', pathname + search + (hash === '' ? '' : `#${hash}`));
}
