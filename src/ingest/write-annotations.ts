import { stringify } from 'yaml';
import { SelectorIndex } from '../anchor/find-selector.ts';
import { slugOf } from '../domain/slug.ts';
import type { ExtractedHop, ExtractedStatement, Extraction } from '../extract/extraction.ts';
import type { FoundDate } from '../extract/dates/found-date.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { outermost, overlaps, type Span } from '../text/span.ts';
import { trimmed } from './trimmed.ts';
import type { WrittenHop, WrittenSelector } from './annotation-format.ts';
import { writeSelector } from './write-selector.ts';

/** The files that annotate one article, in the format of seeds/README.md. */
export interface WrittenAnnotations {
  /** For annotations/articles/. */
  readonly article: string;
  /** annotations/actors.yaml */
  readonly actors: string;
  /** What was found and cannot be written, because no words tell its place. */
  readonly leftOut: readonly Span[];
}

/** Long enough to tell statements apart, and short enough to be read. */
const WORDS_OF_KEY = 6;
/** Stands for a speaker whom the text does not tell. */
const UNTOLD = { slug: 'untold-source', name: 'a source that the text does not tell' };

/**
 * What was extracted from a text as annotation files that a person can go on from. Read back, they give the same statements:
 * each selector finds exactly the place that was extracted.
 *
 * @param reference how the files refer to the article: "000"
 * @param file the name of the text's file in corpus/
 */
export function writeAnnotations(
  text: string,
  { statements, actors, furniture, narration }: Extraction,
  { reference, file }: { readonly reference: string; readonly file: string },
): WrittenAnnotations {
  const index = new SelectorIndex(text);
  const leftOut: Span[] = [];
  const select = (span: Span): WrittenSelector | null => {
    const selector = writeSelector(index, span);
    if (selector === null) leftOut.push(span);
    return selector;
  };
  const slugs = distinct(actors.map(({ name }) => slugOf(name)));
  const keys = new Set<string>();
  const isUntold = statements.some(({ chain }) => chain.some(({ actor }) => actor === null));
  const hopOf = ({ actor, role, source, cue }: ExtractedHop): WrittenHop | null => {
    const [from, by] = [source && select(source), cue && select(cue)];
    if (from === null && by === null) return null;
    return {
      actor: (actor === null ? undefined : slugs[actor]) ?? UNTOLD.slug,
      ...(role === 'SPEAKER' ? {} : { role }),
      ...(from === null ? {} : { source: from }),
      ...(by === null ? {} : { cue: by }),
    };
  };
  const written = (statement: ExtractedStatement): WrittenPart | null => {
    const content = statement.content.flatMap((span) => select(span) ?? []);
    const chain = statement.chain.flatMap((hop) => hopOf(hop) ?? []);
    const { mode, polarity, certainty, said } = statement;
    if (content.length < statement.content.length || chain.length === 0) {
      leftOut.push(...statement.content);
      return null;
    }
    const words = wordsOf(text, outermost(statement.content));
    return {
      key: keyOf(words, keys),
      text: words,
      mode,
      ...(polarity === 'AFFIRMED' ? {} : { polarity }),
      ...(certainty === 'CERTAIN' ? {} : { certainty }),
      content: content.length === 1 ? content[0] : content,
      chain,
      ...(said ? saidOf(said, select) : {}),
    };
  };
  const told = (span: Span): WrittenPart | null => {
    const content = select(span);
    if (content === null) return null;
    const words = wordsOf(text, [span]);
    return { key: keyOf(words, keys), text: words, content };
  };
  const lines = paragraphs(text);
  // The first line that is of the article; those before it are all furniture.
  const title = lines.find((line, number) => !isPartOf(line, furniture[number])) ?? { start: 0, end: text.length };
  const pieces = furniture.flatMap(({ kind, start, end }) => {
    const quote = select({ start, end });
    return quote === null ? [] : [{ kind, quote }];
  });
  const byPlace = [
    ...statements.map((statement) => ({ at: statement.content[0]?.start ?? 0, part: () => written(statement) })),
    ...narration.map((span) => ({ at: span.start, part: () => told(span) })),
  ].sort((a, b) => a.at - b.at);
  const article = {
    text: file,
    slug: slugOf(text.slice(title.start, title.end)),
    language: 'en',
    title: select(trimmed(text, title)),
    ...(pieces.length === 0 ? {} : { furniture: pieces }),
    statements: byPlace.flatMap(({ part }) => part() ?? []),
  };
  return {
    article: stringify(article, { lineWidth: 120 }),
    actors: stringify(
      [
        ...actors.map(({ name, kind, names, descriptions }, at) => ({
          slug: slugs[at],
          name,
          kind,
          ...mentions('names', kind === 'UNNAMED' ? [...names, ...descriptions] : names, reference, select),
          ...(kind === 'UNNAMED' ? {} : mentions('descriptions', descriptions, reference, select)),
        })),
        ...(isUntold ? [{ ...UNTOLD, kind: 'UNNAMED' }] : []),
      ],
      { lineWidth: 120 },
    ),
    leftOut,
  };
}

const isPartOf = (line: Span, piece: Span | undefined): boolean => piece !== undefined && overlaps(line, piece);

/** A statement as the format has it. */
type WrittenPart = Readonly<Record<string, unknown>>;

const mentions = (
  key: 'names' | 'descriptions',
  spans: readonly Span[],
  reference: string,
  select: (span: Span) => WrittenSelector | null,
) => {
  const selectors = spans.flatMap((span) => select(span) ?? []);
  return selectors.length === 0 ? {} : { [key]: { [reference]: selectors } };
};

function saidOf({ value, basis, reasoning, evidence }: FoundDate, select: (span: Span) => WrittenSelector | null) {
  const quotes = evidence.flatMap((span) => select(span) ?? []);
  return quotes.length === 0 ? {} : { said: { value, basis, ...(reasoning === null ? {} : { reasoning }), quotes } };
}

const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

function keyOf(words: string, taken: Set<string>): string {
  const key = slugOf(words.split(/\s+/).slice(0, WORDS_OF_KEY).join(' '));
  let unique = key;
  for (let number = 2; taken.has(unique); number++) unique = `${key}-${String(number)}`;
  taken.add(unique);
  return unique;
}

function distinct(slugs: readonly string[]): string[] {
  const taken = new Set<string>();
  return slugs.map((slug) => keyOf(slug.replaceAll('-', ' '), taken));
}
