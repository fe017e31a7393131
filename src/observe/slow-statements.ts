import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { sha256 } from '../domain/sha256.ts';
import { safeError } from './safe-error.ts';
import type { RanStatement } from './seen-request.ts';

/** Milliseconds until the plan of the same text is looked at again. */
const EXPLAINED_AGAIN = 10 * 60_000;
/** So many texts are remembered as explained. */
const MOST_TEXTS = 500;
/** Characters of a statement's text that are told. */
const LONGEST_TEXT = 10_000;

/** Gives the lines of the plan that any values would get, for a text that is a query; null for what has no plan. */
export type Explain = (text: string) => Promise<readonly string[] | null>;

/** Tells in the log of statements that took long, with how the database goes about them. Values are never told, nor looked at. */
export class SlowStatements {
  readonly #explained = new LRUCache<string, true>({ max: MOST_TEXTS, ttl: EXPLAINED_AGAIN });
  #explain: Explain | null = null;
  #underWay: Promise<void> | null = null;

  constructor(
    /** Milliseconds from which on a statement is slow. */
    private readonly from: number,
    private readonly log: Logger,
  ) {}

  /** Says how plans are found out: by the store, once it is open. */
  explainBy(explain: Explain): void {
    this.#explain = explain;
  }

  look({ role, text, took, request, error, isPast }: RanStatement): void {
    if (took < this.from) return;
    const statement = sha256(text).slice(0, 16);
    const told = { ...(request ? { requestId: request.id } : {}), statement };
    this.log.warn(
      {
        ...told,
        role,
        ms: Math.round(took),
        sql: text.slice(0, LONGEST_TEXT),
        ...(isPast ? { past: true } : {}),
        ...(error === null ? {} : { err: safeError(error) }),
      },
      'slow statement',
    );
    // The views of the past stand in place of the tables, so that a plan for the present would mislead.
    if (isPast || this.#explain === null || this.#underWay !== null || this.#explained.has(statement)) return;
    this.#explained.set(statement, true);
    this.#underWay = this.#tellPlan(this.#explain, text, told).finally(() => {
      this.#underWay = null;
    });
  }

  /** Waits for the plan that is being found out. */
  async close(): Promise<void> {
    this.#explain = null;
    await this.#underWay;
  }

  async #tellPlan(explain: Explain, text: string, told: object): Promise<void> {
    try {
      const plan = await explain(text);
      if (plan) this.log.warn({ ...told, plan }, 'plan of a slow statement');
    } catch (error) {
      this.log.warn({ ...told, err: safeError(error) }, 'the plan of a slow statement cannot be had');
    }
  }
}
