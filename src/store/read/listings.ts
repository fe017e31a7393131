import { ACTORS_UNDER, ENTITIES, STANDING_ACTOR } from './entities.ts';
import { STANDING } from './details.ts';
import type { Condition, Listing, SortKey } from './listing.ts';

/** The lists of the API, each with the order that its index gives. Filters are added as conditions. */

const key = (expression: string, type: SortKey['type']): SortKey => ({ expression, type });
const ascending = (listing: Omit<Listing, 'direction' | 'conditions'>, ...conditions: Condition[]): Listing => ({
  ...listing,
  direction: 'ASC',
  conditions,
});
const { Article, ArticleVersion, Quote, Statement, Actor, Event, Utterance } = ENTITIES;

/** A listing with more conditions. */
export const filtered = (listing: Listing, conditions: readonly Condition[]): Listing => ({
  ...listing,
  conditions: [...listing.conditions, ...conditions],
});

export const ARTICLES = ascending({ name: 'articles', entity: Article, order: [key('a.ordinal', 'integer')] });

export const VERSIONS_OF_ARTICLE = ascending({
  name: 'article.versions',
  entity: ArticleVersion,
  ownedBy: (article) => `v.article_id = ${article}`,
  order: [key('v.number', 'integer')],
});

/** The quotes of the current version. */
export const QUOTES_OF_ARTICLE = ascending({
  name: 'article.quotes',
  entity: Quote,
  ownedBy: (article) =>
    `q.article_id = ${article} AND q.version_id = (SELECT current_version_id FROM article WHERE id = ${article})`,
  order: [key('q.start_offset', 'integer'), key('q.end_offset', 'integer'), key('q.id', 'uuid')],
});

const BY_SLUG = (alias: string): SortKey[] => [key(`${alias}.slug`, 'text')];

/** Those that stand by themselves. */
export const ACTORS = ascending(
  { name: 'actors', entity: Actor, order: BY_SLUG('c') },
  () => 'c.merged_into_id IS NULL',
);

/** Those whom an article names or through whom it speaks. */
export const ACTORS_OF_ARTICLE = ascending({
  name: 'article.actors',
  entity: Actor,
  ownedBy: (article) => `c.id IN (
    SELECT ${STANDING_ACTOR('own')} FROM statement s JOIN attribution_hop h ON h.statement_id = s.id JOIN actor own ON own.id = h.actor_id
    WHERE s.article_id = ${article} AND s.review IN ${STANDING}
    UNION ALL
    SELECT ${STANDING_ACTOR('own')} FROM quote q JOIN actor_mention m ON m.quote_id = q.id AND m.withdrawn_in IS NULL
    JOIN actor own ON own.id = m.actor_id
    WHERE q.article_id = ${article})`,
  order: BY_SLUG('c'),
});

const BY_DATE: readonly SortKey[] = [
  key(`coalesce(e.occurred_earliest, 'infinity'::timestamptz)`, 'timestamptz'),
  key('e.slug', 'text'),
];

/** Earliest first, those of unknown date last. */
export const EVENTS = ascending({ name: 'events', entity: Event, order: BY_DATE });

export const EVENTS_OF_ARTICLE = ascending({
  name: 'article.events',
  entity: Event,
  ownedBy: (article) => `e.id IN (
    SELECT m.event_id FROM quote q JOIN event_mention m ON m.quote_id = q.id AND m.withdrawn_in IS NULL
    WHERE q.article_id = ${article})`,
  order: BY_DATE,
});

export const EVENTS_OF_ACTOR = ascending({
  name: 'actor.events',
  entity: Event,
  ownedBy: (actor) =>
    `EXISTS (SELECT FROM participant p WHERE p.event_id = e.id AND p.actor_id IN ${ACTORS_UNDER(actor)} AND p.withdrawn_in IS NULL)`,
  order: BY_DATE,
});

const BY_PLACE: readonly SortKey[] = [
  key('a.ordinal', 'integer'),
  key('q.start_offset', 'integer'),
  key('q.end_offset', 'integer'),
  key('q.id', 'uuid'),
];
/** Sorted by their articles, of which nothing is asked where they are only counted. */
const QUOTES_BY_ARTICLE = { from: 'quote q JOIN article a ON a.id = q.article_id', countedFrom: 'quote q' };

/** The places that name an actor. */
export const MENTIONS_OF_ACTOR = ascending({
  name: 'actor.mentions',
  entity: Quote,
  ...QUOTES_BY_ARTICLE,
  ownedBy: (actor) =>
    `q.id IN (SELECT quote_id FROM actor_mention WHERE actor_id IN ${ACTORS_UNDER(actor)} AND kind = 'NAME' AND withdrawn_in IS NULL)`,
  order: BY_PLACE,
});

export const MENTIONS_OF_EVENT = ascending({
  name: 'event.mentions',
  entity: Quote,
  ...QUOTES_BY_ARTICLE,
  ownedBy: (event) => `q.id IN (SELECT quote_id FROM event_mention WHERE event_id = ${event} AND withdrawn_in IS NULL)`,
  order: BY_PLACE,
});

/** Those that have a standing rendering, in the order in which they were recorded. */
export const UTTERANCES = ascending(
  { name: 'utterances', entity: Utterance, order: [key('u.ordinal', 'integer')] },
  () => `EXISTS (SELECT FROM statement s WHERE s.utterance_id = u.id AND s.review IN ${STANDING})`,
);

/** How a list of statements belongs to its owner. */
export const STATEMENT_OWNERS = {
  article: (article: string) => `s.article_id = ${article}`,
  speaker: (actor: string) => `s.speaker_id = ${actor}`,
  event: (event: string) =>
    `s.id IN (SELECT statement_id FROM statement_event WHERE event_id = ${event} AND withdrawn_in IS NULL)`,
  quote: (quote: string) => `s.id IN (SELECT statement_id FROM statement_evidence WHERE quote_id = ${quote})`,
} as const;

/** Orders of statements. The first is that of the texts: articles as recorded, then the first word of the content. */
export const STATEMENT_ORDERS = {
  TEXT_POSITION: {
    direction: 'ASC',
    order: [key('s.article_ordinal', 'integer'), key('s.position', 'integer'), key('s.id', 'uuid')],
  },
  SAID_ASC: {
    direction: 'ASC',
    order: [
      key(`coalesce(s.said_earliest, 'infinity'::timestamptz)`, 'timestamptz'),
      key('s.article_ordinal', 'integer'),
      key('s.position', 'integer'),
      key('s.id', 'uuid'),
    ],
  },
  SAID_DESC: {
    direction: 'DESC',
    order: [
      key(`coalesce(s.said_earliest, '-infinity'::timestamptz)`, 'timestamptz'),
      key('s.article_ordinal', 'integer'),
      key('s.position', 'integer'),
      key('s.id', 'uuid'),
    ],
  },
} as const satisfies Record<string, Pick<Listing, 'direction' | 'order'>>;

/** Statements in an order, of the whole corpus or of an owner. */
export function statementListing(
  owner: keyof typeof STATEMENT_OWNERS | null,
  order: keyof typeof STATEMENT_ORDERS,
  conditions: readonly Condition[],
): Listing {
  return {
    name: `${owner ?? 'corpus'}.statements.${order}`,
    entity: Statement,
    ...(owner ? { ownedBy: STATEMENT_OWNERS[owner] } : {}),
    ...STATEMENT_ORDERS[order],
    conditions,
  };
}
