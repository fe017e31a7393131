import type { QueueState } from '../../ingest/queue/article-queue.ts';
import { numberOf } from '../number-of.ts';
import { visible, visibleJson } from '../visible.ts';
import { withQueue } from '../with-queue.ts';

interface QueueCommandOptions {
  readonly again: boolean;
  readonly forget: boolean;
  readonly json: boolean;
}

/** `verbatim queue`: how far the queue is, and what becomes of articles that were refused. */
export async function queueCommand({ again, forget, json }: QueueCommandOptions): Promise<void> {
  await withQueue(async (queue) => {
    if (again || forget) {
      const count = await queue.takeRefused(again);
      process.stderr.write(
        `${numberOf(count, 'article is', 'articles are')} ${again ? 'on the queue again' : 'forgotten'}.\n`,
      );
    }
    const state = await queue.state();
    process.stdout.write(json ? `${visibleJson(state, 2)}\n` : described(state));
  });
}

function described({ waiting, underWay, refused, failing }: QueueState): string {
  return [
    `${String(waiting)} batches wait, ${String(underWay)} are under way.`,
    ...(failing.length > 0 ? [`${String(failing.length)} are to be tried again:`, ...failing.map(item)] : []),
    ...(refused.length > 0
      ? [
          `${numberOf(refused.length, 'article was', 'articles were')} refused ("verbatim queue --again" tries them again, "--forget" drops them):`,
          ...refused.map(item),
        ]
      : []),
    '',
  ].join('\n');
}

const item = (message: string): string => `  ${visible(message)}`;
