import { groupBy } from '../domain/group-by.ts';
import { identify } from '../domain/identity.ts';
import type { DateRecord, EventMentionRecord, EventRecord, ParticipantRecord, QuoteRecord } from '../domain/records.ts';
import type { ActorKind } from '../domain/vocabulary.ts';
import type { AnnotationFile, AnnotationPath } from './annotation-file.ts';
import type { EventsFile, WrittenSelector } from './annotation-format.ts';
import type { Problems } from './problems.ts';
import type { RecordedArticle } from './record-article.ts';
import { recordDate } from './record-date.ts';

/** The events of a folder of seeds with the places that tell of them. */
export interface RecordedEvents {
  readonly events: readonly EventRecord[];
  readonly participants: readonly ParticipantRecord[];
  readonly mentions: readonly EventMentionRecord[];
  readonly dates: readonly DateRecord[];
  /** What a statement's content tells of: the mentions that lie inside its content quotes. */
  within(statement: { readonly contentIds: readonly string[] }): { eventId: string; quoteId: string }[];
}

/** Finds every mention and date of every event. */
export function recordEvents(
  file: AnnotationFile<EventsFile> | null,
  articles: ReadonlyMap<string, RecordedArticle>,
  actors: ReadonlyMap<string, ActorKind>,
  problems: Problems,
): RecordedEvents {
  const mentions: (EventMentionRecord & { readonly quote: QuoteRecord })[] = [];
  const dates: DateRecord[] = [];
  const participants: ParticipantRecord[] = [];
  const seen = new Set<string>();

  const quoteIn = (reference: string, selector: WrittenSelector, path: AnnotationPath): QuoteRecord | null => {
    const place = file?.place(path) ?? '';
    const article = articles.get(reference);
    if (!article) problems.add(place, `${reference} is no article of annotations/articles.`);
    const span = article?.locator.one(selector, place);
    return article && span ? article.text.quote(span) : null;
  };

  const events = (file?.content ?? []).map(({ slug, title, type, occurred, ...event }, index): EventRecord => {
    const id = identify('Event', slug);
    const place = (...path: AnnotationPath) => file?.place([index, ...path]) ?? '';
    if (seen.has(slug)) problems.add(place('slug'), `${slug} stands here twice.`);
    seen.add(slug);
    event.participants.forEach(({ actor, role }, ordinal) => {
      if (!actors.has(actor))
        problems.add(place('participants', ordinal), `${actor} is no actor of annotations/actors.yaml.`);
      participants.push({ eventId: id, actorId: identify('Actor', actor), role, ordinal });
    });
    // Two selectors may find one place.
    const told = new Map<string, QuoteRecord>();
    for (const [reference, selectors] of Object.entries(event.mentions)) {
      selectors.forEach((selector, at) => {
        const quote = quoteIn(reference, selector, [index, 'mentions', reference, at]);
        if (quote) told.set(quote.id, quote);
      });
    }
    for (const quote of told.values()) mentions.push({ eventId: id, quoteId: quote.id, quote });
    const quotes = occurred?.quotes.flatMap(
      (written, at) => quoteIn(written.in, written.quote, [index, 'occurred', 'quotes', at]) ?? [],
    );
    const date = occurred && quotes ? recordDate(occurred, quotes, place('occurred', 'value'), problems) : null;
    if (date) dates.push(date);
    return { id, slug, title, type, occurredId: date?.id ?? null };
  });

  const byVersion = groupBy(mentions, ({ quote }) => quote.versionId);
  const quotesById = new Map(
    [...articles.values()].flatMap(({ text }) => text.quotes).map((quote) => [quote.id, quote]),
  );
  return {
    events,
    participants,
    mentions: mentions.map(({ eventId, quoteId }) => ({ eventId, quoteId })),
    dates,
    within: ({ contentIds }) => {
      const content = contentIds.flatMap((id) => quotesById.get(id) ?? []);
      const inside = ({ quote }: { quote: QuoteRecord }) =>
        content.some(({ start, end }) => start <= quote.start && quote.end <= end);
      return (byVersion.get(content[0]?.versionId ?? '') ?? [])
        .filter(inside)
        .map(({ eventId, quoteId }) => ({ eventId, quoteId }));
    },
  };
}
