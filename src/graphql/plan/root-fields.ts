import type { SelectionSetNode } from 'graphql';
import { CORPUS } from '../../store/read/details.ts';
import { entitySource } from '../../store/read/entities.ts';
import { REVISIONS } from '../../store/read/history.ts';
import { ARTICLES, UTTERANCES } from '../../store/read/listings.ts';
import { listHits } from '../../store/read/search.ts';
import { assertStorable } from '../../text/storable.ts';
import { actorsListed } from '../actor/actor-resolver.ts';
import { eventsListed } from '../event/event-resolver.ts';
import { LARGEST_PAGE } from '../relay/page-args.ts';
import { readGlobalId } from '../relay/global-id.ts';
import { MARKS } from '../search/marked-html.ts';
import { statementsListed, type StatementsArgs } from '../statement/statements-args.ts';
import { page } from './page.ts';
import { Unplanned, type PlannedField, type PlannedFields } from './planner.ts';
import { entity, revision } from './reads.ts';

const bySlug =
  (type: 'Article' | 'Actor' | 'Event'): PlannedField =>
  ({ args, selectionSets }, planner) => {
    const slug = String(args['slug']);
    assertStorable(slug, '"slug"');
    const { from, asked } = entitySource(type);
    return `(SELECT ${planner.object(type, selectionSets)} FROM ${from} WHERE ${asked}.slug = ${planner.parameters.add(slug, 'text')})`;
  };

/** A node by its id. Any span of a text has the id of a quote; to cut it out is left to the resolver. */
const node: PlannedField = (field, planner) => {
  const reference = readGlobalId(String(field.args['id']));
  if (!reference || reference.type === 'Quote') throw new Unplanned('node');
  return entity(reference.type, planner.parameters.add(reference.id, 'uuid'))(field, planner);
};

/** The nodes of ids, each as the type that its id tells. */
const nodes: PlannedField = (field, planner) => {
  const ids = field.args['ids'] as readonly string[];
  if (ids.length > LARGEST_PAGE) throw new Unplanned('ids');
  return `json_build_array(${ids.map((id) => node({ ...field, args: { id } }, planner)).join(', ')})`;
};

const corpus: PlannedField = ({ selectionSets }, planner) =>
  `(SELECT ${planner.object('Corpus', selectionSets)} FROM (${CORPUS.text}) k)`;

const numbered: PlannedField = (field, planner) =>
  revision(planner.parameters.add(field.args['number'], 'int'))(field, planner);

const FOUND = ['Article', 'Statement', 'Actor', 'Event'] as const;

const hits: PlannedField = (field, planner) => {
  const words = String(field.args['query']);
  assertStorable(words, '"query"');
  const listing = listHits(words);
  const ofType = (selectionSets: readonly SelectionSetNode[]) => (type: (typeof FOUND)[number]) =>
    `WHEN '${type}' THEN ${entity(type, 'page.id')({ ...field, selectionSets }, planner)}`;
  return page({
    of: 'SearchResult',
    listing: () => listing,
    edge: {
      node: ({ selectionSets }) => `CASE page.type ${FOUND.map(ofType(selectionSets)).join(' ')} END`,
      score: () => 'page.score',
      snippet: () => markedHtml(`(${listing.snippet})`),
    },
  })(field, planner);
};

/** SQL of text with its hits marked, as HTML. The ampersand is the first of the marks. */
const markedHtml = (text: string): string =>
  Object.entries(MARKS).reduce(
    (sql, [character, html]) => `replace(${sql}, '${character.replace("'", "''")}', '${html}')`,
    text,
  );

/** The fields of Query that can be written into a statement. */
export const PLANNED_ROOT_FIELDS: PlannedFields = {
  node,
  nodes,
  article: bySlug('Article'),
  actor: bySlug('Actor'),
  event: bySlug('Event'),
  articles: page({ of: 'Article', listing: () => ARTICLES }),
  statements: page({
    of: 'Statement',
    listing: (args) => statementsListed(args as unknown as StatementsArgs, null),
  }),
  actors: page({ of: 'Actor', listing: (args) => actorsListed(args as unknown as Parameters<typeof actorsListed>[0]) }),
  events: page({ of: 'Event', listing: (args) => eventsListed(args as unknown as Parameters<typeof eventsListed>[0]) }),
  utterances: page({ of: 'Utterance', listing: () => UTTERANCES }),
  search: hits,
  corpus,
  revision: numbered,
  revisions: page({ of: 'Revision', listing: () => REVISIONS }),
};
