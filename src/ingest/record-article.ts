import { identify } from '../domain/identity.ts';
import type {
  ActorRecord,
  ArticleRecord,
  CreditRecord,
  DateRecord,
  FurnitureRecord,
  HopRecord,
  QuoteRecord,
} from '../domain/records.ts';
import type { ActorKind } from '../domain/vocabulary.ts';
import type { AnnotationPath } from './annotation-file.ts';
import type { WrittenSelector } from './annotation-format.ts';
import { ArticleText } from './article-text.ts';
import { Locator } from './locate.ts';
import type { Problems } from './problems.ts';
import type { SeededArticle } from './read-seeds.ts';
import type { StoredVersion } from './record-anchors.ts';
import { StatementRecorder, type LooseStatement } from './record-statement.ts';

/** An article with all that its annotation file says. */
export interface RecordedArticle {
  readonly reference: string;
  readonly record: ArticleRecord;
  readonly text: ArticleText;
  readonly locator: Locator;
  readonly credits: readonly CreditRecord[];
  readonly furniture: readonly FurnitureRecord[];
  /** By key. */
  readonly statements: ReadonlyMap<string, LooseStatement>;
  readonly dates: readonly DateRecord[];
  /** The article's own voice where the text names neither author nor publisher. */
  readonly unnamedWriter: ActorRecord | null;
}

/** Finds every place that an article's annotation names, and records what it says of them. */
export function recordArticle(
  seed: SeededArticle,
  stored: StoredVersion | undefined,
  actors: ReadonlyMap<string, ActorKind>,
  problems: Problems,
): RecordedArticle {
  return new ArticleRecorder(seed, stored, actors, problems).record();
}

class ArticleRecorder {
  readonly #text: ArticleText;
  readonly #locator: Locator;
  readonly #recorder: StatementRecorder;

  constructor(
    private readonly seed: SeededArticle,
    stored: StoredVersion | undefined,
    private readonly actors: ReadonlyMap<string, ActorKind>,
    private readonly problems: Problems,
  ) {
    const { slug, text: fileName } = seed.file.content;
    const number = stored === undefined ? 1 : stored.text === seed.text ? stored.number : stored.number + 1;
    this.#text = new ArticleText(slug, number, seed.text);
    this.#locator = new Locator(this.#text, `corpus/${fileName}`, problems);
    this.#recorder = new StatementRecorder({
      text: this.#text,
      locator: this.#locator,
      problems,
      place: (path) => this.#place(path),
      actor: (slug, path) => this.#actor(slug, path),
    });
  }

  record(): RecordedArticle {
    const { content } = this.seed.file;
    const titleQuote = this.#quote(content.title, ['title']);
    const title = titleQuote?.exact ?? '';
    const credits = this.#credits();
    const { voice, unnamedWriter } = this.#voice(credits, title);
    const published = content.published
      ? this.#recorder.date(content.published, ['published'], (written, place) => this.#locator.one(written, place))
      : null;
    return {
      reference: this.seed.reference,
      record: {
        id: this.#text.articleId,
        slug: content.slug,
        title,
        titleQuoteId: titleQuote?.id ?? null,
        language: content.language,
        url: content.url ?? null,
        publishedId: published?.id ?? null,
      },
      text: this.#text,
      locator: this.#locator,
      credits,
      furniture: this.#furniture(),
      statements: this.#statements(voice),
      dates: this.#recorder.dates,
      unnamedWriter,
    };
  }

  #credits(): CreditRecord[] {
    return this.seed.file.content.credits.flatMap(({ role, actor, quote: written }, index) => {
      const quote = this.#quote(written, ['credits', index, 'quote']);
      const actorId = this.#actor(actor, ['credits', index, 'actor']);
      return quote ? [{ articleId: this.#text.articleId, role, actorId, quoteId: quote.id }] : [];
    });
  }

  #voice(credits: readonly CreditRecord[], title: string): { voice: HopRecord; unnamedWriter: ActorRecord | null } {
    const none = { cueId: null, sourceId: null };
    const author = credits.find(({ role }) => role === 'AUTHOR');
    if (author) return { voice: { actorId: author.actorId, role: 'WRITER', ...none }, unnamedWriter: null };
    const publisher = credits.find(({ role }) => role === 'PUBLISHER');
    if (publisher) return { voice: { actorId: publisher.actorId, role: 'PUBLISHER', ...none }, unnamedWriter: null };
    const slug = `unnamed-writer-of-${this.seed.file.content.slug}`;
    const name = `Unnamed writer of “${title}”`;
    const unnamedWriter: ActorRecord = { id: identify('Actor', slug), slug, name, kind: 'UNNAMED', nameKey: null };
    return { voice: { actorId: unnamedWriter.id, role: 'WRITER', ...none }, unnamedWriter };
  }

  #furniture(): FurnitureRecord[] {
    return this.seed.file.content.furniture.flatMap(({ kind, quote: written }, index) => {
      const quote = this.#quote(written, ['furniture', index, 'quote']);
      return quote ? [{ quoteId: quote.id, articleId: this.#text.articleId, kind }] : [];
    });
  }

  #statements(voice: HopRecord): Map<string, LooseStatement> {
    const recorded = new Map<string, LooseStatement>();
    const keyOf = new Map<string, string>();
    this.seed.file.content.statements.forEach((written, index) => {
      const path = ['statements', index];
      if (recorded.has(written.key)) {
        this.problems.add(this.#place([...path, 'key']), `${written.key} is the key of an earlier statement.`);
      }
      const statement = this.#recorder.statement(written, path, voice);
      if (!statement) return;
      const same = keyOf.get(statement.id);
      if (same !== undefined)
        this.problems.add(this.#place(path), `${written.key} says the same as ${same}, from the same words.`);
      keyOf.set(statement.id, written.key);
      recorded.set(written.key, statement);
    });
    return recorded;
  }

  #quote(written: WrittenSelector, path: AnnotationPath): QuoteRecord | null {
    const span = this.#locator.one(written, this.#place(path));
    return span && this.#text.quote(span);
  }

  #actor(slug: string, path: AnnotationPath): string {
    if (!this.actors.has(slug)) this.problems.add(this.#place(path), `${slug} is no actor of annotations/actors.yaml.`);
    return identify('Actor', slug);
  }

  #place(path: AnnotationPath): string {
    return this.seed.file.place(path);
  }
}
