import { isObjectType, type GraphQLSchema, type SelectionSetNode } from 'graphql';
import { Parameters } from '../../store/read/parameters.ts';
import { isTypename, type AskedField, type Selections } from './selections.ts';

/** A field as SQL: an expression of the value that it has in the answer, in a place where the row of its object is in scope. */
export type PlannedField = (field: AskedField, planner: Planner) => string;

/** The fields of a type that can be planned, by name. Rows are in scope by the alias that the type's SQL uses for them. */
export type PlannedFields = Readonly<Record<string, PlannedField>>;

/** Thrown where an operation asks for what no plan is made for. */
export class Unplanned extends Error {}

/** PostgreSQL takes at most 100 arguments of a function, two for each key. */
const MOST_KEYS = 50;

/** Writes what an operation asks for as one statement. */
export class Planner {
  readonly parameters = new Parameters();
  #aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: Selections,
    private readonly types: Readonly<Record<string, PlannedFields>>,
  ) {}

  /** A name for a row that nothing else in the statement has. */
  alias(): string {
    this.#aliases++;
    return `o${String(this.#aliases)}`;
  }

  /**
   * What is asked of an object.
   *
   * @throws Unplanned
   */
  asked(type: string, selectionSets: readonly SelectionSetNode[]): readonly AskedField[] {
    const object = this.schema.getType(type);
    if (!isObjectType(object)) throw new Unplanned(type);
    return this.selections.of(object, selectionSets);
  }

  /**
   * SQL of an object as JSON, in a place where its row is in scope.
   *
   * @throws Unplanned
   */
  object(type: string, selectionSets: readonly SelectionSetNode[]): string {
    const fields = this.types[type] ?? {};
    return jsonObject(
      this.asked(type, selectionSets).map((field) => {
        if (isTypename(field)) return [field.key, `'${type}'::text`];
        const planned = Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
        if (!planned) throw new Unplanned(`${type}.${field.name}`);
        return [field.key, planned(field, this)];
      }),
    );
  }
}

/**
 * SQL of a JSON object. Keys are names of GraphQL, which hold no quotation marks.
 *
 * @throws Unplanned when there are too many keys
 */
export function jsonObject(entries: readonly (readonly [key: string, value: string])[]): string {
  if (entries.length > MOST_KEYS) throw new Unplanned('too many keys');
  return `json_build_object(${entries.map(([key, value]) => `'${key}', ${value}`).join(', ')})`;
}

/** SQL of a JSON list: of no rows an empty one. */
export const jsonList = (value: string, order: string, filter = ''): string =>
  `coalesce(json_agg(${value} ORDER BY ${order})${filter}, '[]'::json)`;
