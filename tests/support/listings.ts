import type { Listing } from '../../src/store/read/listing.ts';
import {
  ACTORS,
  ACTORS_OF_ARTICLE,
  ARTICLES,
  EVENTS,
  EVENTS_OF_ACTOR,
  EVENTS_OF_ARTICLE,
  MENTIONS_OF_ACTOR,
  MENTIONS_OF_EVENT,
  QUOTES_OF_ARTICLE,
  UTTERANCES,
  VERSIONS_OF_ARTICLE,
} from '../../src/store/read/listings.ts';
import { listHits } from '../../src/store/read/search.ts';
import { listStatements } from '../../src/store/read/statement-filter.ts';

/** Whose ids a list is asked for; null for one of the whole corpus. */
export type Owners = 'article' | 'actor' | 'event' | 'quote' | null;

/** Every list of the API, in each of its orders, as a table of cases. */
export const LISTINGS: [name: string, listing: Listing, owners: Owners][] = [
  ['articles', ARTICLES, null],
  ['actors', ACTORS, null],
  ['events', EVENTS, null],
  ['utterances', UTTERANCES, null],
  ['statements as in the texts', listStatements(null, 'TEXT_POSITION', {}), null],
  ['statements by date', listStatements(null, 'SAID_ASC', {}), null],
  ['statements by date, last first', listStatements(null, 'SAID_DESC', {}), null],
  ['statements by relevance', listStatements(null, 'RELEVANCE', { search: 'north korea' }), null],
  [
    'statements of a kind',
    listStatements(null, 'TEXT_POSITION', { mode: ['DIRECT', 'MIXED'], polarity: 'AFFIRMED' }),
    null,
  ],
  ['hits of a search', listHits('russia'), null],
  ['versions of articles', VERSIONS_OF_ARTICLE, 'article'],
  ['quotes of articles', QUOTES_OF_ARTICLE, 'article'],
  ['actors of articles', ACTORS_OF_ARTICLE, 'article'],
  ['events of articles', EVENTS_OF_ARTICLE, 'article'],
  ['statements of articles', listStatements('article', 'SAID_DESC', {}), 'article'],
  ['statements of speakers', listStatements('speaker', 'TEXT_POSITION', {}), 'actor'],
  ['statements about events', listStatements('event', 'SAID_ASC', {}), 'event'],
  ['statements shown by quotes', listStatements('quote', 'TEXT_POSITION', {}), 'quote'],
  ['events of actors', EVENTS_OF_ACTOR, 'actor'],
  ['mentions of actors', MENTIONS_OF_ACTOR, 'actor'],
  ['mentions of events', MENTIONS_OF_EVENT, 'event'],
];
