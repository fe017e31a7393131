import {
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { VerbatimError } from '../../domain/errors.ts';
import { PLANNED_FIELDS } from './fields.ts';
import { Planner, Unplanned } from './planner.ts';
import { PLANNED_ROOT_FIELDS } from './root-fields.ts';
import { isTypename, Selections } from './selections.ts';

/** A statement that gives the JSON of the `data` of an answer, and the newest revision that it could see. */
export interface OperationPlan {
  readonly text: string;
  readonly values: readonly unknown[];
}

const TYPES = { ...PLANNED_FIELDS, Query: PLANNED_ROOT_FIELDS };

/**
 * Writes a whole query as one SQL statement, so that all of its answer is read in one state of the store and its JSON is made
 * where the rows are (docs/adr/0016-one-statement.md).
 *
 * @returns null where it asks for what no statement is made for, or for what is wrong: the resolvers answer, or say so
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): OperationPlan | null {
  if (operation.operation !== OperationTypeNode.QUERY) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (!coerced) return null;
  const planner = new Planner(schema, new Selections(schema, document, coerced), TYPES);
  try {
    // Without a field that reads, the database is not asked.
    if (planner.asked('Query', [operation.selectionSet]).every(isTypename)) return null;
    const data = planner.object('Query', [operation.selectionSet]);
    return {
      text: `SELECT ${data}::text AS data, (SELECT coalesce(max(number), 0) FROM revision) AS revision`,
      values: planner.parameters.values,
    };
  } catch (error) {
    if (error instanceof Unplanned || error instanceof VerbatimError || error instanceof GraphQLError) return null;
    throw error;
  }
}
