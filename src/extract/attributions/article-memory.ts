import type { ArticleWords } from './article-words.ts';
import { MARKS } from './gap.ts';
import { knownWord } from './vocabulary.ts';

/** Words further from a word of saying are not counted as beside it. */
const BESIDE = 3;
/** So many different words are remembered of an article. */
const MOST_REMEMBERED = 50_000;

/** How often words of an article stand beside words of saying, and how often they stand with a capital. */
export class ArticleMemory {
  readonly #besideSaying = new Map<number, number>();
  readonly #capitals = new Map<number, number>();

  constructor(words: ArticleWords) {
    for (let word = 0; word < words.count; word++) {
      const known = wordAt(words, word);
      if (known.isCapital) count(this.#capitals, known.form);
      if (known.isOfSaying && !known.isCapital) this.#rememberAround(words, word);
    }
  }

  #rememberAround(words: ArticleWords, word: number): void {
    for (const step of [-1, 1]) {
      for (let distance = 1; distance <= BESIDE; distance++) {
        const at = word + step * distance;
        const gap = words.marks[step < 0 ? at + 1 : at] ?? MARKS.ENDS_PARAGRAPH;
        if (at < 0 || at >= words.count || (gap & ~(MARKS.SPACE | MARKS.DASH)) !== 0) break;
        const known = wordAt(words, at);
        if (!known.isClosed) count(this.#besideSaying, known.form);
      }
    }
  }

  /** A small number for how much a word looks like one that names who speaks in this article. */
  standing(form: number): number {
    const beside = Math.min(3, this.#besideSaying.get(form) ?? 0);
    const capitals = this.#capitals.get(form) ?? 0;
    return 4 * beside + (capitals > 4 ? 3 : capitals > 1 ? 2 : capitals);
  }
}

const wordAt = (words: ArticleWords, word: number) =>
  knownWord(words.text, words.start[word] ?? 0, words.end[word] ?? 0);

function count(counts: Map<number, number>, form: number): void {
  const known = counts.get(form);
  if (known !== undefined || counts.size < MOST_REMEMBERED) counts.set(form, (known ?? 0) + 1);
}
