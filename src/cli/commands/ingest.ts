import pc from 'picocolors';
import { VerbatimError } from '../../domain/errors.ts';
import { extract } from '../../extract/extract.ts';
import type { IngestedArticle } from '../../ingest/ingest-articles.ts';
import { ingestSources } from '../../ingest/ingest-sources.ts';
import { workerExtractor } from '../../ingest/extractor.ts';
import { queueSources, type QueuedArticle } from '../../ingest/queue/queue-sources.ts';
import { countArticles } from '../../ingest/sources/count-articles.ts';
import type { BadSource, DeclaredInput, IncomingArticle, SourceFormat } from '../../ingest/sources/incoming-article.ts';
import { readSources } from '../../ingest/sources/read-sources.ts';
import { COMMAND_LINE } from '../../store/write-transaction.ts';
import { reportExtraction } from '../extract-report/report-extraction.ts';
import { ingestIntoServer } from '../ingest-into-server.ts';
import { numberOf } from '../number-of.ts';
import { outcomeLine } from '../outcome-line.ts';
import { showRate } from '../show-rate.ts';
import { visible, visibleJson } from '../visible.ts';
import { withQueue } from '../with-queue.ts';
import { withStoreOrServer } from '../with-store.ts';

interface IngestOptions extends Omit<DeclaredInput, 'id'> {
  readonly id?: string;
  readonly format?: SourceFormat;
  readonly strict: boolean;
  readonly dryRun: boolean;
  readonly queue: boolean;
  readonly json: boolean;
}

type Outcome = IngestedArticle | QueuedArticle | BadSource;

/**
 * `verbatim ingest`: brings articles in from files, folders, lists and standard input. What is told to be recorded is; cut off
 * anywhere, the same command goes on where it stopped. Ends with 1 when a source could not be read.
 */
export async function ingestCommand(paths: readonly string[], options: IngestOptions): Promise<void> {
  const { format, strict, dryRun, queue, json, ...declared } = options;
  const sources = readSources(paths, { format, declared });
  if (dryRun) {
    await showWhatIsFound(sources, strict);
    return;
  }
  const progress = showRate(process.stderr, await countArticles(paths, format));
  const counted = { NEW: 0, NEW_VERSION: 0, UNCHANGED: 0, QUEUED: 0, proposed: 0, orphaned: 0, bad: 0, skipped: 0 };
  const consume = async (outcomes: AsyncIterable<Outcome>) => {
    for await (const outcome of outcomes) {
      progress.step();
      if ('message' in outcome) {
        counted[outcome.skipped ? 'skipped' : 'bad']++;
        progress.tell(`${visible(outcome.message)}\n`);
      } else {
        counted[outcome.outcome]++;
        if (outcome.outcome !== 'QUEUED') {
          counted.proposed += outcome.proposed;
          counted.orphaned += outcome.orphaned;
          if (!json) process.stdout.write(outcomeLine(outcome));
        }
      }
      if (json) process.stdout.write(`${visibleJson(outcome)}\n`);
    }
  };
  try {
    if (queue) await withQueue((waiting) => consume(queueSources(waiting, sources, { strict })));
    else
      await withStoreOrServer(
        async (store) => {
          const extractor = workerExtractor();
          try {
            await consume(ingestSources({ store, author: COMMAND_LINE, extractor }, sources, { strict }));
          } finally {
            await extractor.close();
          }
        },
        (server) => consume(ingestIntoServer(server, sources, { strict })),
      );
  } finally {
    progress.end();
  }
  if (!json) process.stdout.write(queue ? summaryOfQueued(counted) : summary(counted));
  if (counted.bad > 0) process.exitCode = 1;
}

function summary(counted: Readonly<Record<string, number>>): string {
  const { NEW = 0, NEW_VERSION = 0, UNCHANGED = 0, proposed = 0, orphaned = 0, bad = 0, skipped = 0 } = counted;
  const parts = [
    numberOf(NEW, 'new article'),
    ...(NEW_VERSION > 0 ? [numberOf(NEW_VERSION, 'new version')] : []),
    ...(UNCHANGED > 0 ? [`${String(UNCHANGED)} unchanged`] : []),
    `${numberOf(proposed, 'statement')} proposed`,
    ...(orphaned > 0 ? [`${numberOf(orphaned, 'quote')} orphaned`] : []),
    ...leftOut(bad, skipped),
  ];
  return `${parts.join(', ')}.\n`;
}

const leftOut = (bad: number, skipped: number): string[] => [
  ...(skipped > 0 ? [`${numberOf(skipped, 'file')} left out`] : []),
  ...(bad > 0 ? [`${String(bad)} could not be read`] : []),
];

function summaryOfQueued({ QUEUED = 0, bad = 0, skipped = 0 }: Readonly<Record<string, number>>): string {
  return `${[`${numberOf(QUEUED, 'article is', 'articles are')} on the queue`, ...leftOut(bad, skipped)].join(', ')}. "verbatim work" brings them in, on as many machines as there are.\n`;
}

/** `--dry-run`: what would be proposed, highlighted in each article; nothing is opened or stored. */
async function showWhatIsFound(sources: AsyncIterable<IncomingArticle | BadSource>, strict: boolean): Promise<void> {
  for await (const source of sources) {
    if ('message' in source) {
      if (strict && !source.skipped) throw new VerbatimError('BAD_USER_INPUT', source.message);
      if (!source.skipped) process.exitCode = 1;
      process.stderr.write(`${visible(source.message)}\n`);
      continue;
    }
    const { text, place, declared } = source;
    const extraction = extract(text, declared.published === null ? {} : { published: declared.published });
    process.stdout.write(`${pc.bold(visible(place))}\n\n${reportExtraction(text, extraction, pc)}\n`);
  }
}
