import { Logger, makeWorkerUtils, type WorkerUtils } from 'graphile-worker';
import { sha256 } from '../../domain/sha256.ts';
import { ROLES } from '../../store/roles.ts';
import type { IncomingArticle } from '../sources/incoming-article.ts';

/** Kinds of jobs: some articles to be brought in, and one that was refused and waits for a person. */
export const ARTICLES = 'articles';
export const REFUSED = 'refused';

/** The library speaks by its own logger; what matters is told as outcomes, or thrown. */
export const SILENT = new Logger(() => () => undefined);

/**
 * Articles of one lane are brought in one after the other, so that of two versions of an article the earlier one is recorded first.
 * So many lanes can be worked on at once.
 */
const LANES = 16;

/** The number of the lane of an article, which its key decides. */
export const laneOf = ({ key }: IncomingArticle): number => Number.parseInt(sha256(key).slice(0, 8), 16) % LANES;

/** An article that the store refused, and why. */
export interface RefusedArticle {
  readonly article: IncomingArticle;
  readonly message: string;
}

/** How far a queue is. */
export interface QueueState {
  /** Batches of articles that nobody works on, and that somebody does. */
  readonly waiting: number;
  readonly underWay: number;
  /** Why articles were refused, oldest first. */
  readonly refused: readonly string[];
  /** What went wrong with batches that wait to be tried again, oldest first. */
  readonly failing: readonly string[];
}

/** Lets whoever reads the store read how far its queue is; done once. */
const LET_READ = `DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${ROLES.reader}' AND NOT has_schema_privilege(oid, 'graphile_worker', 'USAGE')) THEN
    GRANT USAGE ON SCHEMA graphile_worker TO ${ROLES.reader};
    GRANT SELECT ON graphile_worker.jobs TO ${ROLES.reader};
  END IF;
END
$$`;

/** Articles that wait in a PostgreSQL database to be brought in by whichever process is free. */
export class ArticleQueue {
  private constructor(
    /** Of the database. */
    readonly url: string,
    /** What the library offers besides. */
    readonly utils: WorkerUtils,
  ) {}

  /** Makes the queue's tables where there are none; they have a schema of their own. */
  static async open(url: string): Promise<ArticleQueue> {
    const utils = await makeWorkerUtils({ connectionString: url, logger: SILENT });
    try {
      await utils.migrate();
      await utils.withPgClient((client) => client.query(LET_READ));
      return new ArticleQueue(url, utils);
    } catch (error) {
      await utils.release();
      throw error;
    }
  }

  /** @param articles all of one lane, in the order in which they are to be recorded */
  async add(articles: readonly IncomingArticle[]): Promise<void> {
    const [first] = articles;
    if (first) await this.utils.addJob(ARTICLES, { articles }, { queueName: laneName(first) });
  }

  /** Puts an article aside that the store refuses; the same one twice is put aside once. */
  async putAside({ article, message }: RefusedArticle): Promise<void> {
    const job = await this.utils.addJob(
      REFUSED,
      { article },
      { jobKey: `${REFUSED} ${sha256(article.key)}`, maxAttempts: 1 },
    );
    await this.utils.permanentlyFailJobs([job.id], message);
  }

  async state(): Promise<QueueState> {
    return this.utils.withPgClient(async (client) => {
      const { rows } = await client.query<QueueState>(
        `SELECT count(*) FILTER (WHERE task_identifier = $1 AND locked_at IS NULL)::int AS waiting,
          count(*) FILTER (WHERE task_identifier = $1 AND locked_at IS NOT NULL)::int AS "underWay",
          coalesce(array_agg(last_error ORDER BY id) FILTER (WHERE task_identifier = $2), '{}') AS refused,
          coalesce(array_agg(last_error ORDER BY id) FILTER (WHERE task_identifier = $1 AND last_error IS NOT NULL), '{}') AS failing
        FROM graphile_worker.jobs`,
        [ARTICLES, REFUSED],
      );
      return rows[0] ?? { waiting: 0, underWay: 0, refused: [], failing: [] };
    });
  }

  /**
   * Takes away all articles that were refused.
   *
   * @param again whether they are put on the queue again, which happens at once with taking them away
   * @returns how many they were
   */
  async takeRefused(again: boolean): Promise<number> {
    return this.utils.withPgClient(async (client) => {
      await client.query('BEGIN');
      try {
        const { rows } = await client.query<{ article: IncomingArticle }>(
          `SELECT payload -> 'article' AS article FROM graphile_worker.complete_jobs(ARRAY(
            SELECT id FROM graphile_worker.jobs WHERE task_identifier = $1 AND locked_at IS NULL
          )) ORDER BY id`,
          [REFUSED],
        );
        if (again) {
          for (const { article } of rows) {
            await client.query('SELECT graphile_worker.add_job($1, $2, queue_name => $3)', [
              ARTICLES,
              JSON.stringify({ articles: [article] }),
              laneName(article),
            ]);
          }
        }
        await client.query('COMMIT');
        return rows.length;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    await this.utils.release();
  }
}

const laneName = (article: IncomingArticle): string => `${ARTICLES} ${String(laneOf(article))}`;
