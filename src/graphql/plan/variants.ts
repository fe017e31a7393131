import { STANDING } from '../../store/read/details.ts';
import { MOST_COMPARED } from '../utterance/utterance-resolver.ts';
import { late } from './late.ts';
import { jsonList, jsonObject, OWNER, type PlannedField, type Planner } from './planner.ts';
import { property } from './reads.ts';
import { isTypename, type AskedField } from './selections.ts';

/** The two sides of a comparison, and SQL of what is asked of them. */
const SIDES = ['left', 'right'] as const;

/** What is asked of each comparison, as `comparisonsOf` takes it. */
function asked(fields: readonly AskedField[], planner: Planner): string {
  const entries = fields.map((field) =>
    field.name === 'edits'
      ? [field.key, field.name, planner.asked('Edit', field.selectionSets).map(({ key, name }) => [key, name])]
      : [field.key, field.name],
  );
  // Names and keys of GraphQL hold no quotation marks.
  return `'${JSON.stringify(entries)}'::json`;
}

/** SQL of a quote, in a place where its row is in scope: what comparing needs, and under the key of each side what is asked of it. */
function compared(fields: readonly AskedField[], planner: Planner, sides: readonly string[]): string {
  const wanted = fields.filter((field) => !isTypename(field) && sides.includes(field.name));
  return jsonObject([
    ['versionId', 'q.version_id'],
    ['start', 'q.start_offset'],
    ['end', 'q.end_offset'],
    ['exact', 'q.exact'],
    ['asked', jsonObject(wanted.map(({ key, selectionSets }) => [key, planner.object('Quote', selectionSets)]))],
  ]);
}

/** The quotes of the renderings of an utterance, compared: they are read here, and compared in this process. */
export const variants: PlannedField = ({ selectionSets }, planner) => {
  const fields = planner.asked('QuoteVariant', selectionSets);
  const quotes = `(SELECT ${jsonList(compared(fields, planner, SIDES), 'w.ordinal')}
    FROM statement_content w JOIN quote q ON q.id = w.quote_id WHERE w.statement_id = s.id)`;
  return late('variants', [
    asked(fields, planner),
    `(SELECT ${jsonList('first.quotes', 'first.article_ordinal, first.position, first.id')} FROM (
      SELECT s.article_ordinal, s.position, s.id, ${quotes} AS quotes
      FROM (SELECT u.id) AS ${OWNER} (id) JOIN statement s ON s.utterance_id = ${OWNER}.id
      WHERE s.review IN ${STANDING} ORDER BY s.article_ordinal, s.position, s.id LIMIT ${String(MOST_COMPARED)}
    ) first)`,
  ]);
};

/** The passages that two articles share, compared. */
export const passages: PlannedField = ({ selectionSets }, planner) => {
  const fields = planner.asked('QuoteVariant', selectionSets);
  const side = (name: (typeof SIDES)[number]) =>
    `(SELECT ${compared(fields, planner, [name])} FROM quote q WHERE q.id = pair.${name}_id::uuid)`;
  return late('passages', [
    asked(fields, planner),
    `(SELECT ${jsonList(`json_build_array(${side('left')}, ${side('right')})`, 'pair.number')}
      FROM unnest(${property('leftIds')}, ${property('rightIds')}) WITH ORDINALITY AS pair (left_id, right_id, number))`,
  ]);
};
