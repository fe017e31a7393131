import type { NameMention } from '../names/name-mention.ts';
import type { Figure } from './figure.ts';

const SHORTEST = 2;
const LONGEST = 8;

/** Finds the body that an acronym stands for: the one whose words begin with its letters, or beside which it stands in brackets. */
export class Acronyms {
  readonly #byInitials = new Map<string, Figure>();
  readonly #byEnd = new Map<number, Figure>();

  /** @param figures bodies with names of several words */
  constructor(
    private readonly text: string,
    figures: Iterable<Figure>,
  ) {
    for (const figure of figures) {
      for (const { keys, start, end } of figure.names) {
        this.#byEnd.set(end, figure);
        if (keys.length < SHORTEST || keys.length > LONGEST) continue;
        for (const initials of initialsOf(keys, text.slice(start, end))) {
          if (!this.#byInitials.has(initials)) this.#byInitials.set(initials, figure);
        }
      }
    }
  }

  /** The body that an acronym stands for, whose places are given; null where the text tells none. */
  find(keys: readonly string[], mentions: readonly NameMention[]): Figure | null {
    const letters = keys.join('');
    if (letters.length < SHORTEST || letters.length > LONGEST) return null;
    for (const { start } of mentions) {
      const bracket = /[’']?s? ?\((?:the )?$/.exec(this.text.slice(Math.max(0, start - 8), start));
      const named = bracket && this.#byEnd.get(start - bracket[0].length);
      if (named) return named;
    }
    return this.#byInitials.get(letters) ?? null;
  }
}

/** First letters of the words with capitals, and of all words: "FBI" and "DoJ" leave out "of". */
function initialsOf(keys: readonly string[], name: string): string[] {
  const letters = keys.flatMap((key) => key.split(/[-‐‑]/)).map((part) => part.charAt(0));
  const all = name
    .replace(/^[Tt]he /, '')
    .split(/[ \u00A0-]+/)
    .map((word) => word.charAt(0).toLowerCase());
  return [letters.join(''), all.join('')];
}
