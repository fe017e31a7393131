import { identify } from '../domain/identity.ts';
import type { DateRecord, HopRecord, QuoteRecord, StatementRecord } from '../domain/records.ts';
import type { Span } from '../text/span.ts';
import type { AnnotationPath } from './annotation-file.ts';
import type { WrittenHop, WrittenSelector, WrittenStatement } from './annotation-format.ts';
import type { ArticleText } from './article-text.ts';
import type { Locator } from './locate.ts';
import type { Problems } from './problems.ts';
import { recordDate } from './record-date.ts';

/** A statement whose utterance and events are still to be settled. */
export type LooseStatement = Omit<StatementRecord, 'utteranceId' | 'utteranceOrigin' | 'events'>;

/** What statements are written about, and with. */
export interface StatementSetting {
  readonly text: ArticleText;
  readonly locator: Locator;
  readonly problems: Problems;
  /** How messages name a part: "annotations/articles/000.yaml:12:5". */
  readonly place: (path: AnnotationPath) => string;
  /** The id of the actor that a hop names, after saying so where there is none. */
  readonly actor: (slug: string, path: AnnotationPath) => string;
}

/** Finds the places that written statements name in one article, and records what is said of them. */
export class StatementRecorder {
  readonly #dates: DateRecord[] = [];
  readonly #text: ArticleText;
  readonly #locator: Locator;

  constructor(private readonly setting: StatementSetting) {
    this.#text = setting.text;
    this.#locator = setting.locator;
  }

  /** The dates of all that was recorded so far. */
  get dates(): readonly DateRecord[] {
    return this.#dates;
  }

  /** A statement as a person wrote it, or null after saying what is wrong. */
  statement(written: Omit<WrittenStatement, 'key'>, path: AnnotationPath, voice: HopRecord): LooseStatement | null {
    const content = written.content.map((selector, index) =>
      this.#locator.one(
        selector,
        this.setting.place([...path, 'content', ...(written.content.length > 1 ? [index] : [])]),
      ),
    );
    const spans = content.filter((span) => span !== null);
    const first = spans[0];
    if (!first || spans.length < content.length) return null;

    const contentQuotes = spans.map((span) => this.#text.quote(span));
    const chain = [
      voice,
      ...(written.chain ?? []).map((hop, index, all) =>
        this.#hop(hop, [...path, 'chain', index], index === all.length - 1, spans),
      ),
    ];
    const said = written.said
      ? this.date(written.said, [...path, 'said'], (selector, place) => this.#locator.near(selector, spans, place))
      : null;
    const contentIds = contentQuotes.map(({ id }) => id);
    if (new Set(contentIds).size < contentIds.length) {
      this.setting.problems.add(this.setting.place([...path, 'content']), 'the same words are given twice.');
    }
    const mode = written.mode ?? 'NARRATION';
    const { text, polarity, certainty } = written;
    return {
      id: identify(
        'Statement',
        this.#text.version.id,
        JSON.stringify([text, mode, polarity, certainty, contentIds, chain, said?.id ?? null]),
      ),
      articleId: this.#text.articleId,
      position: contentQuotes[0]?.start ?? 0,
      text,
      mode,
      polarity,
      certainty,
      speakerId: chain.at(-1)?.actorId ?? voice.actorId,
      saidId: said?.id ?? null,
      origin: 'CURATED',
      review: 'ACCEPTED',
      confidence: 1,
      contentIds,
      chain,
    };
  }

  #hop(written: WrittenHop, path: AnnotationPath, isLast: boolean, content: readonly Span[]): HopRecord {
    const role = written.role ?? (isLast ? 'SPEAKER' : undefined);
    if (role === undefined || (role === 'SPEAKER') !== isLast) {
      this.setting.problems.add(
        this.setting.place(path),
        'the last hop is the SPEAKER, and each one before it needs the role REPORTER, WIRE or OUTLET.',
      );
    }
    const near = (selector: WrittenSelector | undefined, key: string) => {
      if (selector === undefined) return null;
      const span = this.#locator.near(selector, content, this.setting.place([...path, key]));
      return span ? this.#text.quote(span).id : null;
    };
    return {
      actorId: this.setting.actor(written.actor, [...path, 'actor']),
      role: role ?? 'SPEAKER',
      cueId: near(written.cue, 'cue'),
      sourceId: near(written.source, 'source'),
    };
  }

  /** A date as a person wrote it, or null after saying what is wrong. */
  date(
    written: NonNullable<WrittenStatement['said']>,
    path: AnnotationPath,
    locate: (selector: WrittenSelector, place: string) => Span | null,
  ): DateRecord | null {
    const quotes = written.quotes.flatMap((selector, index): QuoteRecord[] => {
      const span = locate(selector, this.setting.place([...path, 'quotes', index]));
      return span ? [this.#text.quote(span)] : [];
    });
    const date = recordDate(written, quotes, this.setting.place([...path, 'value']), this.setting.problems);
    if (date) this.#dates.push(date);
    return date;
  }
}
