import { workerExtractor } from '../../ingest/extractor.ts';
import { workOnQueue } from '../../ingest/queue/work-on-queue.ts';
import { COMMAND_LINE } from '../../store/write-transaction.ts';
import { outcomeLine } from '../outcome-line.ts';
import { stopSignal } from '../stop-signal.ts';
import { visible, visibleJson } from '../visible.ts';
import { withQueue } from '../with-queue.ts';

interface WorkCommandOptions {
  readonly atOnce: number;
  readonly untilEmpty: boolean;
  readonly json: boolean;
}

/** `verbatim work`: brings in articles from the queue until it is told to stop, or until nothing is left. */
export async function workCommand({ atOnce, untilEmpty, json }: WorkCommandOptions): Promise<void> {
  const stopping = stopSignal();
  await withQueue(async (queue, store) => {
    const extractor = workerExtractor();
    try {
      const work = await workOnQueue(
        queue,
        { store, author: COMMAND_LINE, extractor },
        {
          atOnce,
          untilEmpty,
          onOutcome: (outcome) => {
            if (json) process.stdout.write(`${visibleJson(outcome)}\n`);
            else if ('message' in outcome) process.stderr.write(`${visible(outcome.message)}\n`);
            else process.stdout.write(outcomeLine(outcome));
          },
        },
      );
      if (!json) process.stderr.write(`Working on the queue of ${visible(store.description)}.\n`);
      await Promise.race([
        work.done,
        stopping.then(async () => {
          if (!json) process.stderr.write('Stopping: articles under way are finished first.\n');
          await work.stop();
        }),
      ]);
      await work.done;
    } finally {
      await extractor.close();
    }
  });
}
