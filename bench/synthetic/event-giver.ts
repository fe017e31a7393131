import { readEdtf } from '../../src/domain/edtf.ts';
import { identify } from '../../src/domain/identity.ts';
import type { CorpusRecords, DateRecord, EventRecord, ParticipantRecord } from '../../src/domain/records.ts';

/** So many articles in a row tell of the same event, but every tenth comes back to the first of all. */
const ARTICLES_OF_AN_EVENT = 5;
const COMES_BACK = 10;

/**
 * Gives made-up articles what a timeline shows: each statement was said when its article came out, and each article tells of an
 * event in the words of its first statement. When an event was is known to the month. Articles without a date stay as they are.
 */
export class EventGiver {
  readonly #begun: string[] = [];
  #articles = 0;

  /** @param records of new articles */
  give(records: CorpusRecords): CorpusRecords {
    const dates = new Map(records.dates.map((date) => [date.id, date]));
    const published = new Map(
      records.articles.flatMap(({ id, publishedId }): [string, DateRecord][] => {
        const date = dates.get(publishedId ?? '');
        return date ? [[id, date]] : [];
      }),
    );
    const titles = new Map(records.articles.map(({ id, title }) => [id, title]));
    const toldOf = new Set<string>();
    const [events, months, participants]: [EventRecord[], DateRecord[], ParticipantRecord[]] = [[], [], []];
    const statements = records.statements.map((statement) => {
      const { articleId, speakerId: actorId, contentIds } = statement;
      const date = published.get(articleId);
      if (!date) return statement;
      const said = { ...statement, saidId: date.id };
      if (toldOf.has(articleId)) return said;
      toldOf.add(articleId);
      const number = this.#articles++;
      if (number % ARTICLES_OF_AN_EVENT === 0) {
        const slug = `event-${String(this.#begun.length)}`;
        const month = monthOf(date);
        const id = identify('Event', slug);
        this.#begun.push(id);
        months.push(month);
        events.push({ id, slug, title: titles.get(articleId) ?? slug, type: 'CONSULT', occurredId: month.id });
        participants.push({ eventId: id, actorId, role: 'ACTOR', ordinal: 0 });
      }
      const eventId = this.#begun.at(number % COMES_BACK === COMES_BACK - 1 ? 0 : -1) ?? '';
      return { ...said, events: [{ eventId, quoteId: contentIds[0] ?? '' }] };
    });
    return {
      ...records,
      statements,
      dates: [...records.dates, ...months],
      events,
      participants,
      eventMentions: statements.flatMap((statement) => statement.events),
    };
  }
}

/** The month of a day, as somebody works it out from the same words. */
function monthOf({ value, quoteIds }: DateRecord): DateRecord {
  const month = value.slice(0, '2005-03'.length);
  const reasoning = 'It came out in that month.';
  const id = identify('SourcedDate', month, 'INFERRED', reasoning, ...quoteIds);
  return { id, value: month, ...readEdtf(month), basis: 'INFERRED', reasoning, quoteIds };
}
