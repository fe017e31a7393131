import type { SyntheticArticle } from './article.ts';
import { matterOf, PERENNIAL_MATTERS, type Matter } from './matter.ts';
import { planCopy, planOriginal, type ArticlePlan } from './plan.ts';
import { Random } from './random.ts';
import { writeArticle } from './write-article.ts';

export type { SyntheticArticle, SyntheticQuotation } from './article.ts';

export interface CorpusOptions {
  readonly articles: number;
  /** A whole number. */
  readonly seed: number;
  /** The share of the articles that are made from earlier ones, from 0 to 1. */
  readonly copyRate: number;
  /** How many of the latest originals may still be copied; a few older ones may as well. */
  readonly remembered?: number;
  /** How many sentences an article has at least and at most, before others add to it. */
  readonly sentences?: readonly [least: number, most: number];
  /** The share of these sentences in which somebody says something, from 0 to 1. */
  readonly sayingRate?: number;
}

const ARTICLES_A_MATTER = 12;
const ARTICLES_A_DAY = 40;
/** 10 March 2005. */
const FIRST_DAY = 12_852;
const MATTERS_IN_THE_NEWS = 300;

/**
 * Made-up news, one article at a time: the same ones for the same options, on every machine, and a longer corpus begins with the
 * articles of a shorter one. What is kept in between does not grow with the corpus.
 */
export function* syntheticCorpus({
  articles,
  seed,
  copyRate,
  remembered = 400,
  sentences = [6, 30],
  sayingRate = 0.5,
}: CorpusOptions): Generator<SyntheticArticle> {
  const originals = new Originals(remembered);
  for (let number = 0; number < articles; number++) {
    const random = new Random(seed, number, 3);
    const assignment = {
      seed,
      slug: `synthetic-${String(number).padStart(6, '0')}`,
      day: FIRST_DAY + Math.floor(number / ARTICLES_A_DAY),
      random,
      sentences,
      sayingRate,
    };
    const original = random.chance(copyRate) ? originals.pick(random) : undefined;
    const plan = original
      ? planCopy(assignment, original)
      : planOriginal(assignment, chooseMatter(seed, number, random));
    if (!original) originals.add(plan, random);
    yield writeArticle(plan);
  }
}

/** One that is in the news: a new one most of the time, or one that always is. */
function chooseMatter(seed: number, articleNumber: number, random: Random): Matter {
  const matters = 8 + Math.floor(articleNumber / ARTICLES_A_MATTER);
  const isPerennial = random.chance(0.2);
  const number = isPerennial
    ? random.zipf(Math.min(matters, PERENNIAL_MATTERS))
    : matters - 1 - random.zipf(Math.min(matters, MATTERS_IN_THE_NEWS));
  return matterOf(seed, number);
}

const OLD_ONES = 50;
const OLD_ONE_RATE = 0.1;

/** The articles that others may be made from. */
class Originals {
  readonly #recent: ArticlePlan[] = [];
  readonly #old: ArticlePlan[] = [];
  #count = 0;

  constructor(private readonly remembered: number) {}

  /** Of the older ones, whichever chance has kept. */
  add(plan: ArticlePlan, random: Random): void {
    const place = this.#count++ % this.remembered;
    const oldest = this.#recent[place];
    this.#recent[place] = plan;
    if (oldest && random.chance(0.05)) this.#old[random.integer(0, Math.min(this.#old.length, OLD_ONES - 1))] = oldest;
  }

  pick(random: Random): ArticlePlan | undefined {
    const pool = this.#old.length > 0 && random.chance(OLD_ONE_RATE) ? this.#old : this.#recent;
    return pool.length === 0 ? undefined : random.pick(pool);
  }
}
