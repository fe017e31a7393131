import { ROLES } from '../src/extract/attributions/role.ts';
import type { Span } from '../src/text/span.ts';
import type { Article, Attribution } from './articles.ts';

/** What was found of what there was. */
export interface Counts {
  hit: number;
  predicted: number;
  gold: number;
}

/** The two figures of a role: same span, and same words. */
interface RoleScore {
  readonly exact: Counts;
  readonly token: Counts;
}

export type Scores = Readonly<Record<(typeof ROLES)[number] | 'all', RoleScore>> & { readonly whole: Counts };

/** A word as spans are compared by: punctuation at their edges does not count. */
const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu;

export const counts = (): Counts => ({ hit: 0, predicted: 0, gold: 0 });
const roleScore = (): RoleScore => ({ exact: counts(), token: counts() });

/** Precision, recall and their harmonic mean, 0 to 1. */
export function prf({ hit, predicted, gold }: Counts): readonly [precision: number, recall: number, f1: number] {
  const precision = predicted === 0 ? 0 : hit / predicted;
  const recall = gold === 0 ? 0 : hit / gold;
  return [precision, recall, precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)];
}

/** Words of a text, to compare spans by. */
export class TextWords {
  readonly #words: readonly Span[];

  constructor(text: string) {
    this.#words = [...text.matchAll(WORD)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  }

  /** The words that a span touches, or null if it touches none. */
  snap({ start, end }: Span): readonly [first: number, after: number] | null {
    const first = this.#words.findIndex((word) => word.end > start);
    let after = first;
    while (first >= 0 && (this.#words[after]?.start ?? Infinity) < end) after++;
    return after > first ? [first, after] : null;
  }

  /** An attribution as a text that is the same for the same words in the same roles. */
  keyOf(attribution: Attribution): string {
    return ROLES.map((role) => this.#joined(attribution[role]).join(';')).join('|');
  }

  #joined(spans: readonly Span[]): [number, number][] {
    const ranges = spans.flatMap((span) => [this.snap(span)]).filter((range) => range !== null);
    const joined: [number, number][] = [];
    for (const [first, after] of ranges.sort((a, b) => a[0] - b[0])) {
      const last = joined.at(-1);
      if (last && first <= last[1]) last[1] = Math.max(last[1], after);
      else joined.push([first, after]);
    }
    return joined;
  }
}

/** Compares what was found in articles with what is annotated. */
export function score(articles: readonly Article[], found: ReadonlyMap<string, readonly Attribution[]>): Scores {
  const scores = { cue: roleScore(), source: roleScore(), content: roleScore(), all: roleScore(), whole: counts() };
  for (const article of articles) {
    const words = new TextWords(article.text);
    const predicted = found.get(article.id) ?? [];
    for (const role of ROLES) {
      const ranges = (all: readonly Attribution[]) =>
        all.flatMap((one) => one[role].flatMap((span) => [words.snap(span)])).filter((range) => range !== null);
      const [gold, own] = [ranges(article.attributions), ranges(predicted)];
      const exact = compare(gold.map(String), own.map(String));
      const token = compare(gold.flatMap(numbers), own.flatMap(numbers));
      for (const key of [role, 'all'] as const) {
        add(scores[key].exact, exact);
        add(scores[key].token, token);
      }
    }
    const keys = (all: readonly Attribution[]) => all.map((one) => words.keyOf(one));
    add(scores.whole, compare(keys(article.attributions), keys(predicted)));
  }
  return scores;
}

const numbers = ([first, after]: readonly [number, number]): number[] =>
  Array.from({ length: after - first }, (_, index) => first + index);

function compare<T>(gold: readonly T[], predicted: readonly T[]): Counts {
  const [goldSet, predictedSet] = [new Set(gold), new Set(predicted)];
  return {
    hit: [...predictedSet].filter((one) => goldSet.has(one)).length,
    predicted: predictedSet.size,
    gold: goldSet.size,
  };
}

export function add(to: Counts, { hit, predicted, gold }: Counts): void {
  to.hit += hit;
  to.predicted += predicted;
  to.gold += gold;
}
