import { statfs } from 'node:fs/promises';
import { queueDepth } from '../ingest/queue/queue-depth.ts';
import type { Present } from '../observe/metrics-of-server.ts';
import type { KnownRevision } from '../store/known-revision.ts';
import { corpusRevision } from '../store/read/details.ts';
import type { Store } from '../store/store.ts';
import type { OpenConnections } from './open-connections.ts';
import type { OpenStreams } from './open-streams.ts';

/**
 * What a server is at present. What cannot be told now is left out: somebody who watches it shall learn all the rest.
 *
 * @param connections asked for when somebody collects, since they are there as soon as the server is
 */
export const presentOf = (
  store: Store,
  known: KnownRevision,
  streams: OpenStreams,
  connections: () => OpenConnections,
): Present => ({
  connections: () => connections().size,
  closedConnections: () => connections().closed,
  subscriptions: () => streams.size,
  revision: async () => known.number ?? (await corpusRevision(store.sql).catch(() => null)),
  pools: store.pools,
  queue: async () => (store.folder === null ? queueDepth(store.sql).catch(() => null) : null),
  freeBytes: async () => {
    if (store.folder === null) return null;
    const { bavail, bsize } = await statfs(store.folder);
    return bavail * bsize;
  },
});
