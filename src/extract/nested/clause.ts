import type { Span } from '../../text/span.ts';

/** Marks that stand where something was cut out of a clause. */
const MARK = /[\s,;:–—-]/;
const OPENING = /^(?:that|whether|if|how)\s/u;

interface Piece {
  /** Where it stands in the clause's own text, and where in the article’s. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/**
 * What somebody is said to say, without the words that say so, as a text of its own: of "The town, according to the Post,
 * said that it rains" what the Post says. It looks like a sentence, and no word is changed. UTF-16 code units.
 */
export class Clause {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  /** @param cuts spans of the article within the clause that are no part of it, in order */
  constructor(article: string, whole: Span, cuts: readonly Span[]) {
    const pieces: Piece[] = [];
    let text = '';
    const add = (from: number, to: number, isLast: boolean) => {
      let [start, end] = [from, to];
      while (start < end && MARK.test(article[start] ?? '')) start++;
      while (!isLast && end > start && MARK.test(article[end - 1] ?? '')) end--;
      if (pieces.length === 0) start += OPENING.exec(article.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0;
      if (start >= end) return;
      if (text !== '') text += ' ';
      pieces.push({ at: text.length, start, end });
      text += article.slice(start, end);
    };
    let at = whole.start;
    for (const { start, end } of cuts) {
      add(at, start, false);
      at = Math.max(at, end);
    }
    add(at, whole.end, true);
    this.text = asSentence(text);
    this.#pieces = pieces;
  }

  /** Where a span of the clause stands in the article: several spans where something was cut out of it. */
  inArticle({ start, end }: Span): Span[] {
    return this.#pieces.flatMap((piece) => {
      const own = {
        start: Math.max(piece.start, piece.start + start - piece.at),
        end: Math.min(piece.end, piece.start + end - piece.at),
      };
      return own.start < own.end ? [own] : [];
    });
  }
}

/** With a capital and a full stop, where no unit moves. */
function asSentence(clause: string): string {
  const [first = ''] = clause;
  const capital = first.toUpperCase();
  const begun = capital.length === first.length ? capital + clause.slice(first.length) : clause;
  return /[.!?]["”’]?$/u.test(begun) ? begun : `${begun}.`;
}
