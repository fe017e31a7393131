import { VerbatimError } from '../../domain/errors.ts';
import type { BadSource, IncomingArticle } from '../sources/incoming-article.ts';
import { laneOf, type ArticleQueue } from './article-queue.ts';

/** An article that waits on a queue now. */
export interface QueuedArticle {
  readonly place: string;
  readonly outcome: 'QUEUED';
}

/** How many articles go in one job, which are recorded in one revision. */
const BATCH = 20;
/** UTF-16 units of the texts that are held here, before they are put on the queue. */
const LONGEST = 4_000_000;

/**
 * Puts articles on a queue as they are read. What is yielded is there for good; the articles of one lane go together, so that they
 * are not told in the order in which they are read.
 *
 * @throws VerbatimError BAD_USER_INPUT at the first bad source, if these are to stop it; what came before it is on the queue
 */
export async function* queueSources(
  queue: ArticleQueue,
  sources: AsyncIterable<IncomingArticle | BadSource>,
  { strict }: { readonly strict: boolean },
): AsyncGenerator<QueuedArticle | BadSource> {
  const lanes = new Map<number, IncomingArticle[]>();
  let held = 0;
  async function* flush(lane: number): AsyncGenerator<QueuedArticle> {
    const articles = lanes.get(lane) ?? [];
    lanes.delete(lane);
    await queue.add(articles);
    for (const { place, text } of articles) {
      held -= text.length;
      yield { place, outcome: 'QUEUED' };
    }
  }
  async function* flushAll(): AsyncGenerator<QueuedArticle> {
    for (const lane of [...lanes.keys()]) yield* flush(lane);
  }
  for await (const source of sources) {
    if ('message' in source) {
      if (strict && !source.skipped) {
        yield* flushAll();
        throw new VerbatimError('BAD_USER_INPUT', source.message);
      }
      yield source;
      continue;
    }
    const lane = laneOf(source);
    const articles = lanes.get(lane) ?? [];
    lanes.set(lane, [...articles, source]);
    held += source.text.length;
    if (articles.length + 1 >= BATCH) yield* flush(lane);
    if (held >= LONGEST) yield* flushAll();
  }
  yield* flushAll();
}
