import { EvidenceRole, MentionKind } from '../../domain/vocabulary.ts';
import { coverageOfArticles } from '../../store/read/coverage.ts';
import { derivationsOfArticles } from '../../store/read/derivations.ts';
import {
  anchorsOfQuotes,
  callingsOfActors,
  CONTENT,
  creditsOfArticles,
  DATES,
  eventsOfStatements,
  EVIDENCE,
  FURNITURE,
  HOPS,
  PARTICIPANTS,
  previousVersions,
  QUOTES_OF_DATE,
  relationsOfStatements,
  relationsToStatements,
  RENDERINGS,
} from '../../store/read/details.ts';
import { changesOfStatements, mergesIntoActors, namesakesOfActors } from '../../store/read/history.ts';
import { independentSourcesOfStatements } from '../../store/read/independent-sources.ts';
import {
  ACTORS_OF_ARTICLE,
  EVENTS_OF_ACTOR,
  EVENTS_OF_ARTICLE,
  MENTIONS_OF_ACTOR,
  MENTIONS_OF_EVENT,
  QUOTES_OF_ARTICLE,
  VERSIONS_OF_ARTICLE,
} from '../../store/read/listings.ts';
import { listStatements } from '../../store/read/statement-filter.ts';
import { statementsListed, type StatementsArgs, type StatementsOwner } from '../statement/statements-args.ts';
import { late } from './late.ts';
import { page } from './page.ts';
import { type PlannedField, type PlannedFields } from './planner.ts';
import { passages, variants } from './variants.ts';
import {
  batchedEntities,
  batchedEntity,
  batchedRow,
  batchedRows,
  batchedValue,
  columns,
  entity,
  instant,
  nodeId,
  properties,
  property,
  quoteId,
  quotesById,
  revision,
  row,
  rows,
} from './reads.ts';

const statements = (kind: StatementsOwner['kind'], owner: string): PlannedField =>
  page({
    of: 'Statement',
    listing: (args) => statementsListed(args as unknown as StatementsArgs, kind),
    owner,
  });

/** Evidence in the roles that are asked for, by default the words said. */
const evidence: PlannedField = (field, planner) => {
  const asked = field.args['roles'] as readonly EvidenceRole[] | null | undefined;
  const roles = [...new Set(asked ?? [EvidenceRole.CONTENT])];
  if (roles.length === 1 && roles[0] === EvidenceRole.CONTENT) return rows('Quote', CONTENT, 's.id')(field, planner);
  const text = EVIDENCE.text.replaceAll('$2::text[]', planner.parameters.add(roles, 'text[]'));
  return batchedEntities('Quote', { text }, 's.id')(field, planner);
};

/** A quote that is stored is anchored. Were one not, the statement would fail, and the resolver would look for its words. */
const anchor: PlannedField = (field, planner) =>
  `coalesce(${batchedRow('Anchor', anchorsOfQuotes, 'q.id')(field, planner)}, ('no anchor of ' || q.id)::json)`;

const calling = (kind: MentionKind): PlannedField => {
  const text = `SELECT * FROM (${callingsOfActors.text}) callings WHERE kind = '${kind}'`;
  return batchedRows(kind === MentionKind.NAME ? 'Alias' : 'Description', { text }, 'c.id');
};

/** What is declared stands in the row itself, where anything is. */
const declared: PlannedField = ({ selectionSets }, planner) =>
  `CASE WHEN jsonb_typeof(a.declared) = 'object' THEN ${planner.object('Declared', selectionSets)} END`;

const deepLink: PlannedField = () =>
  late('deepLink', ['(SELECT a.url FROM article a WHERE a.id = q.article_id)', 'q.exact', 'q.prefix', 'q.suffix']);

const version =
  (column: string): PlannedField =>
  () =>
    `(SELECT v.${column} FROM article_version v WHERE v.id = a.current_version_id)`;

/**
 * Which fields can be written into a statement, and how, by the alias that the SQL of their type has. What is not here, since it
 * is worked out in this process, is answered by the resolvers; and so is the whole operation that asks for it.
 */
export const PLANNED_FIELDS: Readonly<Record<string, PlannedFields>> = {
  Article: {
    ...columns('a', 'slug title language url'),
    id: nodeId('Article'),
    declared,
    credits: batchedRows('Credit', creditsOfArticles, 'a.id'),
    coverage: batchedRow('Coverage', coverageOfArticles, 'a.id'),
    derivations: batchedRows('Derivation', derivationsOfArticles, 'a.id'),
    furniture: rows('Furniture', FURNITURE, 'a.id'),
    titleQuote: entity('Quote', 'a.title_quote_id'),
    published: row('SourcedDate', DATES, 'a.published_id'),
    currentVersion: entity('ArticleVersion', 'a.current_version_id'),
    text: version('text'),
    sha256: version('sha256'),
    versions: page({ of: 'ArticleVersion', listing: () => VERSIONS_OF_ARTICLE, owner: 'a.id' }),
    statements: statements('article', 'a.id'),
    quotes: page({ of: 'Quote', listing: () => QUOTES_OF_ARTICLE, owner: 'a.id' }),
    actors: page({ of: 'Actor', listing: () => ACTORS_OF_ARTICLE, owner: 'a.id' }),
    events: page({ of: 'Event', listing: () => EVENTS_OF_ARTICLE, owner: 'a.id' }),
  },
  Declared: Object.fromEntries(
    ['title', 'published', 'author', 'publisher'].map((name) => [name, () => `a.declared ->> '${name}'`]),
  ),
  Credit: {
    ...properties('role'),
    actor: entity('Actor', property('actorId')),
    quotes: quotesById,
  },
  Coverage: properties('sentences evidencedSentences quotations evidencedQuotations'),
  Derivation: {
    ...properties('drawsOn rationale origin share'),
    article: entity('Article', property('articleId')),
    passages,
  },
  Anchor: {
    ...properties('state'),
    quote: entity('Quote', property('quoteId')),
  },
  Alias: {
    name: () => property('words'),
    quotes: quotesById,
  },
  Description: {
    text: () => property('words'),
    quotes: quotesById,
  },
  Furniture: {
    ...columns('f', 'kind'),
    quote: entity('Quote', 'f.quote_id'),
  },
  ArticleVersion: {
    ...columns('v', 'number text length sha256'),
    recordedAt: instant('v.recorded_at'),
    recordedIn: revision('v.revision'),
    previous: batchedEntity('ArticleVersion', previousVersions, 'v.id'),
    id: nodeId('ArticleVersion'),
    article: entity('Article', 'v.article_id'),
  },
  Quote: {
    ...columns('q', 'start end startUtf16 endUtf16 exact prefix suffix paragraph'),
    id: quoteId,
    article: entity('Article', 'q.article_id'),
    version: entity('ArticleVersion', 'q.version_id'),
    anchor,
    deepLink,
    statements: page({
      of: 'Statement',
      listing: () => listStatements('quote', 'TEXT_POSITION', {}),
      owner: 'q.id',
    }),
  },
  Statement: {
    ...columns('s', 'text mode polarity certainty origin review utteranceOrigin confidence evidence reviewedIn'),
    id: nodeId('Statement'),
    article: entity('Article', 's.article_id'),
    speaker: entity('Actor', 's.speaker_id'),
    attribution: rows('AttributionHop', HOPS, 's.id'),
    said: row('SourcedDate', DATES, 's.said_id'),
    quotes: evidence,
    events: batchedEntities('Event', eventsOfStatements, 's.id'),
    relations: batchedRows('StatementRelation', relationsOfStatements, 's.id'),
    incomingRelations: batchedRows('StatementRelation', relationsToStatements, 's.id'),
    independentSources: batchedValue('count', independentSourcesOfStatements, 's.id'),
    utterance: entity('Utterance', 's.utterance_id'),
    history: batchedRows('StatementChange', changesOfStatements, 's.id'),
  },
  StatementChange: {
    ...properties('action before after reason'),
    revision: revision(property('revision')),
    statement: entity('Statement', property('statementId')),
    replacement: entity('Statement', property('replacementId')),
  },
  Revision: {
    ...columns('r', 'number author summary'),
    recordedAt: instant('r.recorded_at'),
  },
  AttributionHop: {
    ...columns('h', 'position role'),
    actor: entity('Actor', 'h.actor_id'),
    cue: entity('Quote', 'h.cue_id'),
    source: entity('Quote', 'h.source_id'),
  },
  StatementRelation: {
    ...properties('type rationale origin'),
    statement: entity('Statement', property('statementId')),
  },
  Utterance: {
    id: nodeId('Utterance'),
    speaker: entity('Actor', 'u.speaker_id'),
    said: row('SourcedDate', DATES, 'u.said_id'),
    renderings: rows('Statement', RENDERINGS, 'u.id'),
    variants,
  },
  Actor: {
    ...columns('c', 'slug name kind'),
    aliases: calling(MentionKind.NAME),
    descriptions: calling(MentionKind.DESCRIPTION),
    id: nodeId('Actor'),
    statements: statements('speaker', 'c.id'),
    events: page({ of: 'Event', listing: () => EVENTS_OF_ACTOR, owner: 'c.id' }),
    mentions: page({ of: 'Quote', listing: () => MENTIONS_OF_ACTOR, owner: 'c.id' }),
    merges: batchedRows('ActorMerge', mergesIntoActors, 'c.id'),
    namesakes: batchedEntities('Actor', namesakesOfActors, 'c.id'),
  },
  ActorMerge: {
    ...properties('slug name kind origin reason undoneBecause'),
    id: nodeId('Actor', 'r.id'),
    revision: revision(property('revision')),
    undone: revision(property('undoneIn')),
  },
  Event: {
    ...columns('e', 'slug title type'),
    id: nodeId('Event'),
    occurred: row('SourcedDate', DATES, 'e.occurred_id'),
    participants: rows('Participant', PARTICIPANTS, 'e.id'),
    mentions: page({ of: 'Quote', listing: () => MENTIONS_OF_EVENT, owner: 'e.id' }),
    statements: statements('event', 'e.id'),
  },
  Participant: {
    ...columns('p', 'role'),
    actor: entity('Actor', 'p.actor_id'),
  },
  Corpus: columns('k', 'revision articles statements quotes actors events'),
  SourcedDate: {
    ...columns('d', 'value basis reasoning'),
    earliest: instant('d.earliest'),
    latest: instant('d.latest'),
    quotes: rows('Quote', QUOTES_OF_DATE, 'd.id'),
  },
};
