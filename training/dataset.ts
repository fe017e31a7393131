import { ArticleMemory } from '../src/extract/attributions/article-memory.ts';
import { articleWords, type ArticleWords } from '../src/extract/attributions/article-words.ts';
import { type Unit, units } from '../src/extract/attributions/units.ts';
import { MARGIN, WordAttributes } from '../src/extract/attributions/word-attributes.ts';
import { WORD_FEATURES, wordFeatures } from '../src/extract/attributions/word-features.ts';
import type { Article } from './articles.ts';
import { goldSpans, type RoleSpan } from './gold.ts';

/** A unit of an article ready to learn from. Spans count words from the unit's first. */
export interface UnitData {
  readonly article: number;
  readonly unit: Unit;
  readonly length: number;
  /** Where its features begin among those of all. */
  readonly at: number;
  readonly gapClass: Int32Array;
  readonly beginsSentence: Uint8Array;
  readonly gold: readonly RoleSpan[];
}

export interface Dataset {
  readonly articles: readonly Article[];
  readonly words: readonly ArticleWords[];
  readonly units: readonly UnitData[];
  /** WORD_FEATURES numbers for each word. */
  readonly features: Int32Array;
}

/** Describes all words of articles once, so that every round of learning can use it. */
export function createDataset(articles: readonly Article[], bits: number): Dataset {
  const words = articles.map(({ text }) => articleWords(text));
  const total = words.reduce((sum, { count }) => sum + count, 0);
  // Shared, so that threads need no copies.
  const features = new Int32Array(new SharedArrayBuffer(4 * total * WORD_FEATURES));
  const all: UnitData[] = [];
  let at = 0;
  for (const [article, one] of words.entries()) {
    const attributes = new WordAttributes(one, new ArticleMemory(one));
    const gold = goldSpans(articles[article] ?? { id: '', text: '', attributions: [] }, one);
    let nextGold = 0;
    for (const unit of units(one)) {
      const length = unit.after - unit.first;
      attributes.describe(unit);
      wordFeatures(attributes, length, bits, features.subarray(at));
      const own: RoleSpan[] = [];
      for (; (gold[nextGold]?.first ?? Infinity) < unit.after; nextGold++) {
        const { role, first, after } = gold[nextGold] ?? { role: 0, first: 0, after: 0 };
        own.push({ role, first: first - unit.first, after: Math.min(unit.after, after) - unit.first });
      }
      all.push({
        article,
        unit,
        length,
        at,
        gapClass: attributes.columns.gapClass.slice(MARGIN, MARGIN + length),
        beginsSentence: Uint8Array.from({ length }, (_, index) =>
          index === 0 || one.sentence[unit.first + index] !== one.sentence[unit.first + index - 1] ? 1 : 0,
        ),
        gold: own,
      });
      at += length * WORD_FEATURES;
    }
  }
  return { articles, words, units: all, features };
}
