import {
  EMPTY_RECORDS,
  type ActorMentionRecord,
  type CorpusRecords,
  type CreditRecord,
  type DateRecord,
  type FurnitureRecord,
  type HopRecord,
  type StatementRecord,
} from '../domain/records.ts';
import { identify, ownUtterance } from '../domain/identity.ts';
import { nameKey } from '../domain/name-key.ts';
import type { ExtractedStatement, Extraction } from '../extract/extraction.ts';
import { outermost, overlaps, type Span } from '../text/span.ts';
import { ArticleText } from './article-text.ts';
import { ExtractedActors, type Surroundings } from './extracted-actors.ts';
import { indexOfWhole } from './index-of-whole.ts';
import { Problems } from './problems.ts';
import { recordAnchors } from './record-anchors.ts';
import { recordDate } from './record-date.ts';
import type { Declared, IncomingArticle } from './sources/incoming-article.ts';
import { trimmed } from './trimmed.ts';

/** A title is a first paragraph of at most so many UTF-16 units. */
const LONGEST_TITLE = 250;

/**
 * What an article says by the extractor, as records: proposals, each with its confidence. Actors are those of this article; one
 * that bears the name of a known one is merged into it, with the reason, which a person may undo. Statements that the version
 * before had already, in the same words at their new place, are not proposed again.
 */
export function recordExtraction(
  incoming: IncomingArticle,
  extraction: Extraction,
  surroundings: Surroundings,
): CorpusRecords {
  return new ExtractionRecorder(incoming, extraction, surroundings).record();
}

class ExtractionRecorder {
  readonly #text: ArticleText;
  readonly #dates = new Map<string, DateRecord>();
  readonly #actors: ExtractedActors;
  readonly #actorIds: string[];

  constructor(
    private readonly incoming: IncomingArticle,
    private readonly extraction: Extraction,
    private readonly surroundings: Surroundings,
  ) {
    const { article, slug } = surroundings;
    this.#text = new ArticleText(slug, (article?.version.number ?? 0) + 1, incoming.text);
    this.#actors = new ExtractedActors(surroundings);
    this.#actorIds = extraction.actors.map(({ name, kind, names, descriptions }) => {
      const id = this.#actors.find(name, kind);
      for (const span of names) this.#mention(id, span, 'NAME');
      for (const span of descriptions) this.#mention(id, span, kind === 'UNNAMED' ? 'NAME' : 'DESCRIPTION');
      return id;
    });
  }

  record(): CorpusRecords {
    const { slug, article } = this.surroundings;
    const { declared, key } = this.incoming;
    const anchors = recordAnchors(this.#text, article?.version);
    const { title, titleQuoteId } = this.#title(declared);
    const furniture = this.#furniture();
    const credits = article?.voice ? [] : this.#credits(declared);
    const statements = this.#statements(this.#voice(credits, title), this.#standing(anchors));
    return {
      ...EMPTY_RECORDS,
      isWhole: false,
      articles: [
        {
          id: this.#text.articleId,
          slug,
          title,
          titleQuoteId,
          language: declared.language ?? article?.language ?? 'en',
          url: declared.url ?? article?.url ?? null,
          publishedId: article?.publishedId ?? null,
          declared: {
            title: declared.title,
            published: declared.published,
            author: declared.author,
            publisher: declared.publisher,
          },
          sourceKey: key,
        },
      ],
      versions: [this.#text.version],
      anchors,
      dates: [...this.#dates.values()],
      actors: this.#actors.added,
      merges: this.#actors.merges,
      actorMentions: this.#actors.mentions,
      utterances: statements.map(({ utteranceId, speakerId, saidId }) => ({ id: utteranceId, speakerId, saidId })),
      statements,
      credits,
      furniture,
      quotes: this.#text.quotes,
    };
  }

  /** The title in the text's own words if it tells one: the declared one, or its first line if that is short. */
  #title(declared: Declared): { title: string; titleQuoteId: string | null } {
    const { text, paragraphs, articleId } = this.#text;
    const at = declared.title === null ? -1 : indexOfWhole(text, declared.title);
    if (declared.title !== null && at !== -1) {
      const quote = this.#text.quote({ start: at, end: at + declared.title.length });
      return { title: quote.exact, titleQuoteId: quote.id };
    }
    // Menus and bylines may stand before it.
    const line = paragraphs.find((span) => !this.extraction.furniture.some((piece) => overlaps(piece, span)));
    const first = trimmed(text, line ?? { start: 0, end: 0 });
    if (first.end > first.start && first.end - first.start <= LONGEST_TITLE) {
      const quote = this.#text.quote(first);
      return { title: quote.exact, titleQuoteId: quote.id };
    }
    return { title: declared.title ?? `Untitled ${articleId.slice(0, 8)}`, titleQuoteId: null };
  }

  #furniture(): FurnitureRecord[] {
    return this.extraction.furniture.map((piece) => ({
      quoteId: this.#text.quote(piece).id,
      articleId: this.#text.articleId,
      kind: piece.kind,
    }));
  }

  /** The author, where the text has the declared name in a line of its own behind "By". */
  #credits({ author }: Declared): CreditRecord[] {
    if (author === null) return [];
    const { text, paragraphs, articleId } = this.#text;
    const byline = paragraphs.find(({ start, end }) => {
      const line = text.slice(start, end).trim();
      return /^by\s/iu.test(line) && indexOfWhole(line, author) !== -1 && line.length <= author.length + LONGEST_BYLINE;
    });
    if (!byline) return [];
    const start = indexOfWhole(text, author, byline.start);
    const span = { start, end: start + author.length };
    const key = nameKey(author, 'PERSON');
    const known = this.extraction.actors.findIndex(
      ({ name: full, kind, names }) =>
        names.some((name) => name.start === span.start && name.end === span.end) ||
        (kind === 'PERSON' && nameKey(full, kind) === key),
    );
    const actorId = this.#actorIds[known] ?? this.#actors.find(author, 'PERSON');
    this.#mention(actorId, span, 'NAME');
    return [{ articleId, role: 'AUTHOR', actorId, quoteId: this.#text.quote(span).id }];
  }

  #voice(credits: readonly CreditRecord[], title: string): HopRecord {
    const none = { cueId: null, sourceId: null };
    const known = this.surroundings.article?.voice;
    if (known) return { ...known, ...none };
    const [author] = credits;
    if (author) return { actorId: author.actorId, role: 'WRITER', ...none };
    return { actorId: this.#actors.unnamedWriter(title), role: 'WRITER', ...none };
  }

  /** What statements of the version before say in this one: the quotes of their content, joined. */
  #standing(anchors: CorpusRecords['anchors']): ReadonlySet<string> {
    const targets = new Map(anchors.map(({ quoteId, targetId }) => [quoteId, targetId]));
    return new Set(
      (this.surroundings.article?.contents ?? []).map((content) =>
        content.map((quoteId) => targets.get(quoteId) ?? quoteId).join(' '),
      ),
    );
  }

  #statements(voice: HopRecord, standing: ReadonlySet<string>): StatementRecord[] {
    const recorded = new Map<string, StatementRecord>();
    for (const extracted of this.extraction.statements) {
      const statement = this.#statement(extracted, voice);
      if (statement && !standing.has(statement.contentIds.join(' '))) recorded.set(statement.id, statement);
    }
    return [...recorded.values()];
  }

  #statement(extracted: ExtractedStatement, voice: HopRecord): StatementRecord | null {
    const content = extracted.content.map((span) => this.#text.quote(span));
    const hops = extracted.chain.flatMap(({ actor, role, source, cue }): HopRecord[] => {
      // A hop that no words show is no hop of this text.
      if (source === null && cue === null) return [];
      return [
        {
          actorId: (actor === null ? undefined : this.#actorIds[actor]) ?? this.#actors.untold(),
          role,
          cueId: cue && this.#text.quote(cue).id,
          sourceId: source && this.#text.quote(source).id,
        },
      ];
    });
    const last = hops.at(-1);
    const first = content[0];
    if (!first || last?.role !== 'SPEAKER' || hops.slice(0, -1).some(({ role }) => role === 'SPEAKER')) return null;
    const chain = [voice, ...hops];
    const contentIds = [...new Set(content.map(({ id }) => id))];
    const saidId = this.#said(extracted);
    const text = outermost(extracted.content)
      .map(({ start, end }) => this.#text.text.slice(start, end))
      .join(' … ');
    const { mode, polarity, certainty, confidence } = extracted;
    const id = identify(
      'Statement',
      this.#text.version.id,
      JSON.stringify([text, mode, polarity, certainty, contentIds, chain, saidId]),
    );
    return {
      id,
      articleId: this.#text.articleId,
      position: first.start,
      text,
      mode,
      polarity,
      certainty,
      speakerId: last.actorId,
      utteranceId: ownUtterance(id),
      utteranceOrigin: 'EXTRACTED',
      saidId,
      origin: 'EXTRACTED',
      review: 'PROPOSED',
      confidence,
      contentIds,
      chain,
      events: [],
    };
  }

  #mention(actorId: string, span: Span, kind: ActorMentionRecord['kind']): void {
    this.#actors.mention(actorId, this.#text.quote(span).id, kind);
  }

  #said({ said }: ExtractedStatement): string | null {
    if (!said || said.evidence.length === 0) return null;
    const { value, basis, reasoning, evidence } = said;
    const quotes = evidence.map((span) => this.#text.quote(span));
    const written = { value, basis, ...(reasoning === null ? {} : { reasoning }) };
    const date = recordDate(written, quotes, this.incoming.place, new Problems());
    if (date) this.#dates.set(date.id, date);
    return date?.id ?? null;
  }
}

/** What a byline may have besides the name, in UTF-16 units. */
const LONGEST_BYLINE = 60;
