import { stringifyDocument } from '@urql/core';
import { createClient } from 'graphql-sse';
import { useEffect, useRef, useState } from 'react';
import { headersOf } from '../../api/keyed-client.ts';
import { ReviewsSubscription, type RevisionOfOthers } from './documents.ts';

/** Milliseconds before a stream that broke off is asked for again; twice as long each time, up to the second. */
const [SOONEST, LATEST] = [1_000, 30_000];

interface Followed {
  readonly key: string;
  /** Whose statements; null for all. */
  readonly article: string | null;
  /** The revision that the page knows; null until it knows one. */
  readonly from: number | null;
}

/**
 * Follows what is done to statements, by the API's subscription. A stream that breaks off is gone on with where it ended, so that
 * nothing is missed.
 *
 * @returns whether the stream is open
 */
export function useChanges(
  { key, article, from }: Followed,
  onRevision: (revision: RevisionOfOthers) => void,
): boolean {
  const [isLive, setIsLive] = useState(false);
  const newest = useRef(onRevision);
  useEffect(() => {
    newest.current = onRevision;
  });
  useEffect(() => {
    if (from === null) return;
    let [since, wait, isWanted] = [from, SOONEST, true];
    let timer: number | undefined;
    let stop = (): void => undefined;
    const follow = (): void => {
      const again = (): void => {
        if (!isWanted) return;
        setIsLive(false);
        timer = window.setTimeout(follow, wait);
        wait = Math.min(2 * wait, LATEST);
      };
      const client = createClient({ url: '/graphql/stream', retryAttempts: 0, headers: headersOf(key) });
      stop = client.subscribe<{ readonly changes: RevisionOfOthers }>(
        { query: stringifyDocument(ReviewsSubscription), variables: { article, since } },
        {
          next: ({ data }) => {
            if (!data) return;
            since = data.changes.revision.number;
            newest.current(data.changes);
          },
          error: again,
          complete: again,
        },
        {
          connected: () => {
            wait = SOONEST;
            setIsLive(true);
          },
        },
      );
    };
    follow();
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
      stop();
    };
  }, [key, article, from]);
  return isLive;
}
