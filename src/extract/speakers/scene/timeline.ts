import type { Span } from '../../../text/span.ts';
import type { ArticleView } from '../article-view.ts';
import type { Figure } from '../figures/figure.ts';

/** A place that brings somebody to the reader's mind. */
export interface Appearance {
  readonly figure: Figure;
  /** Where, in UTF-16. */
  readonly at: number;
  /** How much it does so: see `WEIGHTS`. */
  readonly weight: number;
}

/** Who acts or speaks stays in mind; who is only mentioned does so less. Set on news texts, by hand. */
export const WEIGHTS = { SPEAKER: 1.6, SUBJECT: 1, OTHER: 0.5 } as const;

/** One sentence further back counts so much less. */
const DECAY = 0.65;
/** So many sentences and places are looked back. */
const MOST_SENTENCES = 9;
const MOST_PLACES = 80;
/** Of further places of one figure, so much is added to its best one. */
const SHARE_OF_OTHERS = 0.25;
/** What is named inside a quotation is far from those who are told of outside, and the other way round. */
const ACROSS_MARKS = 0.15;

/** Somebody who may be meant, and how much speaks for it. */
export interface Candidate {
  readonly figure: Figure;
  readonly score: number;
}

/** Who has appeared where so far, in order of text. */
export class Timeline {
  readonly #appearances: Appearance[] = [];
  readonly #narrated: readonly number[];

  constructor(private readonly view: ArticleView) {
    let count = 0;
    this.#narrated = view.sentences.map(({ start }) => (view.quotationAt(start) ? count : ++count));
  }

  add(appearance: Appearance): void {
    this.#appearances.push(appearance);
  }

  /** Who of those that fit is most in mind at a place, best first. */
  candidates(at: number, fits: (figure: Figure) => boolean): Candidate[] {
    const quotation = this.view.quotationAt(at);
    const best = new Map<Figure, { best: number; sum: number }>();
    for (let index = this.#appearances.length - 1, looked = 0; index >= 0 && looked < MOST_PLACES; index--, looked++) {
      const appearance = this.#appearances[index];
      if (!appearance) break;
      const distance = this.#narratedAt(at) - this.#narratedAt(appearance.at);
      if (distance > MOST_SENTENCES) break;
      if (appearance.at >= at || !fits(appearance.figure)) continue;
      const score = appearance.weight * DECAY ** Math.max(0, distance) * this.#nearness(quotation, appearance.at);
      const known = best.get(appearance.figure) ?? { best: 0, sum: 0 };
      best.set(appearance.figure, { best: Math.max(known.best, score), sum: known.sum + score });
    }
    return [...best]
      .map(([figure, found]) => ({ figure, score: found.best + SHARE_OF_OTHERS * (found.sum - found.best) }))
      .sort((a, b) => b.score - a.score);
  }

  /** Sentences that begin inside a quotation take nobody further away. */
  #narratedAt(utf16: number): number {
    return this.#narrated[this.view.sentenceAt(utf16)] ?? 0;
  }

  #nearness(quotation: Span | null, at: number): number {
    return this.view.quotationAt(at)?.start === quotation?.start ? 1 : ACROSS_MARKS;
  }
}
