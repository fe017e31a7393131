import pino from 'pino';
import pc from 'picocolors';
import { seed } from '../../ingest/seed.ts';
import { workerExtractor } from '../../ingest/extractor.ts';
import { startServer } from '../../server/start-server.ts';
import { keyText, newKey } from '../../store/keys/key-text.ts';
import { openStore } from '../../store/open-store.ts';
import { corpusState } from '../../store/read/details.ts';
import { readEnvironment } from '../environment.ts';
import { showProgress } from '../progress.ts';
import { announceServer, forgetServer } from '../server-of-store.ts';
import { OWN_SEEDS } from './seed.ts';

/** `verbatim serve`: opens the store, fills an empty one, and answers until it is told to stop. */
export async function serveCommand({ seeding }: { readonly seeding: boolean }): Promise<void> {
  const { host, port, store: location, answerCacheBytes } = readEnvironment(process.env);
  // Before anything else: who asks early is heard when the start is done.
  const stopping = stopSignal();
  const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn' }, pino.destination(2));
  const store = await openStore(location);
  const extractor = workerExtractor();
  // While it is served, nobody else can open an embedded store: other commands work through this server.
  const folder = 'folder' in location ? location.folder : null;
  const runKey = folder === null ? null : keyText(newKey());
  try {
    if (folder !== null) await forgetServer(folder);
    const empty = (await corpusState(store.sql)).revision === 0;
    if (empty && seeding) {
      process.stdout.write(`Filling ${store.description} with the five articles of the corpus …\n`);
      const { onProgress, end } = showProgress(process.stderr);
      await seed(store, OWN_SEEDS, onProgress).finally(end);
    }
    const server = await startServer({ store, extractor, host, port, log, runKey, answerCacheBytes });
    if (folder !== null && runKey !== null) await announceServer(folder, { url: server.url, key: runKey });
    const { revision, articles, statements, quotes } = await corpusState(store.sql);
    process.stdout.write(
      [
        `${pc.bold('Verbatim is ready.')} ${String(articles)} articles, ${String(statements)} statements, ${String(quotes)} quotes (revision ${String(revision)}), from ${store.description}.`,
        `  Playground  ${pc.cyan(`${server.url}/playground`)}   with example queries, each in its tab`,
        `  GraphQL     ${pc.cyan(`${server.url}/graphql`)}`,
        'Stop it with Ctrl+C.',
        '',
      ].join('\n'),
    );
    await stopping;
    process.stdout.write('Stopping: requests under way are finished first.\n');
    if (folder !== null) await forgetServer(folder);
    await server.stop();
  } finally {
    await extractor.close();
    await store.close();
  }
}

/** Waits until the process is asked to stop. A second request ends it at once, as usual. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGTERM', stop);
      process.off('SIGINT', stop);
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
