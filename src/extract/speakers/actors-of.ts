import type { Span } from '../../text/span.ts';
import type { ArticleActor } from './article-actor.ts';
import { withoutSuffix } from './figures/kind-of-name.ts';
import type { NameMention } from './names/name-mention.ts';
import type { Figure } from './figures/figure.ts';

/** The figures that speak as actors, in order of their first mention, and the place of each among them. */
export function actorsOf(
  text: string,
  speaking: readonly Figure[],
): { readonly actors: ArticleActor[]; readonly places: ReadonlyMap<Figure, number> } {
  const figures = [...new Set(speaking)]
    .map((figure) => ({ figure, first: firstMention(figure) }))
    .sort((a, b) => a.first - b.first)
    .map(({ figure }) => figure);
  const counts = new Map<string, number>();
  for (const { kind, names } of figures) {
    if (kind !== 'PERSON') continue;
    for (const word of new Set(names.map(lastWord))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const isShared = ({ names: [name] }: Figure) => name !== undefined && (counts.get(lastWord(name)) ?? 0) > 1;
  return {
    actors: figures.map((figure) => ({
      name: isShared(figure) ? withTitle(text, figure) : nameOf(text, figure),
      kind: figure.kind,
      names: figure.names.map(spanOf),
      descriptions: figure.descriptions.map(spanOf),
    })),
    places: new Map(figures.map((figure, place) => [figure, place])),
  };
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const firstMention = ({ names, descriptions }: Figure): number =>
  Math.min(names[0]?.start ?? Infinity, descriptions[0]?.start ?? Infinity);

/**
 * The spelling with most words, of those the most frequent one, of those the first: "Donald J. Trump". Without a name, the
 * description that says most of it, up to which the first one is: of "his campaign" and "the Trump campaign" the latter.
 */
function nameOf(text: string, { names, descriptions, kind }: Figure): string {
  const counts = new Map<string, { words: number; count: number }>();
  for (const { start, end, keys } of names) {
    const spelling = text.slice(start, end);
    const known = counts.get(spelling);
    if (known) known.count++;
    else counts.set(spelling, { words: keys.length, count: 1 });
  }
  const [best] = [...counts].sort(([, a], [, b]) => b.words - a.words || b.count - a.count);
  if (best) return best[0];
  const spellings = descriptions.map(({ start, end }) => text.slice(start, end));
  const named = kind === 'UNNAMED' ? undefined : spellings.find((spelling) => /\p{Lu}/u.test(spelling.slice(1)));
  return named ?? spellings[0] ?? '';
}

const lastWord = ({ keys }: NameMention): string => withoutSuffix(keys).at(-1) ?? '';

/** Where others have the surname too, "Mrs. Trump" tells who is meant, and the surname alone does not. */
function withTitle(text: string, figure: Figure): string {
  const titled = figure.names.find(({ titleSpan }) => titleSpan !== null);
  const isBare = figure.names.every(({ keys }) => keys.length === 1);
  return isBare && titled?.titleSpan ? text.slice(titled.titleSpan.start, titled.end) : nameOf(text, figure);
}
