import type { CorpusRecords, DateRecord } from '../domain/records.ts';
import { recordActors } from './record-actors.ts';
import { recordAnchors, type StoredVersion } from './record-anchors.ts';
import { recordArticle, type RecordedArticle } from './record-article.ts';
import { recordEvents } from './record-events.ts';
import { recordLinks } from './record-links.ts';
import { Problems } from './problems.ts';
import type { Seeds } from './read-seeds.ts';

/** What a store already holds of an article, by slug: its current version with its quotes. */
export type StoredVersions = ReadonlyMap<string, StoredVersion>;

/** Records of a folder of seeds, with what a person wants to know about them. */
export interface BuiltRecords {
  readonly records: CorpusRecords;
  readonly articles: readonly RecordedArticle[];
}

/**
 * Works out everything that a folder of seeds says, as records for a store: each selector found, each identity given.
 * Pure: the same seeds over the same stored versions give the same records.
 *
 * @throws VerbatimError INVALID_SEEDS with every problem and its place
 */
export function buildRecords(seeds: Seeds, stored: StoredVersions = new Map()): BuiltRecords {
  const problems = new Problems();
  const actorKinds = new Map((seeds.actors?.content ?? []).map(({ slug, kind }) => [slug, kind]));
  const articles = seeds.articles.map((seed) =>
    recordArticle(seed, stored.get(seed.file.content.slug), actorKinds, problems),
  );
  reportRepeatedSlugs(seeds, problems);
  const byReference = new Map(articles.map((article) => [article.reference, article]));

  const actors = recordActors(seeds.actors, articles, problems);
  const events = recordEvents(seeds.events, byReference, actorKinds, problems);
  const links = recordLinks(seeds, byReference, actorKinds, problems);
  const anchors = articles.map((article) => recordAnchors(article.text, stored.get(article.record.slug)));
  problems.throwIfAny();

  return {
    articles,
    records: {
      articles: articles.map(({ record }) => record),
      versions: articles.map(({ text }) => text.version),
      anchors: anchors.flat(),
      dates: distinct([...articles.flatMap(({ dates }) => dates), ...events.dates]),
      actors: [...actors.actors, ...articles.flatMap(({ unnamedWriter }) => unnamedWriter ?? [])],
      actorMentions: actors.mentions,
      events: events.events,
      participants: events.participants,
      eventMentions: events.mentions,
      utterances: links.utterances,
      statements: links.statements.map((statement) => ({ ...statement, events: events.within(statement) })),
      relations: links.relations,
      derivations: links.derivations,
      credits: articles.flatMap(({ credits }) => credits),
      furniture: articles.flatMap(({ furniture }) => furniture),
      // Last: the parts above take quotes from the texts as they find them.
      quotes: articles.flatMap(({ text }) => text.quotes),
    },
  };
}

function distinct(dates: readonly DateRecord[]): DateRecord[] {
  return [...new Map(dates.map((date) => [date.id, date])).values()];
}

function reportRepeatedSlugs(seeds: Seeds, problems: Problems): void {
  const first = new Map<string, string>();
  for (const { reference, file } of seeds.articles) {
    const { slug } = file.content;
    const other = first.get(slug);
    if (other !== undefined) problems.add(file.place(['slug']), `${slug} is the slug of article ${other} already.`);
    else first.set(slug, reference);
  }
}
