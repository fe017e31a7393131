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

/**
 * What a row is called by whose id others are read. Each nested SELECT has one of its own, which nothing within it refers to by
 * this name, so that SQL of what is asked of an object is the same wherever it stands.
 */
export const OWNER = 'asker';

/** SQL of objects, by what is asked of them, where no variable makes a difference and no value is a parameter. */
const FIXED = new WeakMap<SelectionSetNode, Map<string, string>>();

/** Writes what an operation asks for as one statement. */
export class Planner {
  readonly parameters = new Parameters();
  /** How much was asked so far that variables decide. */
  #variable = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: Selections,
    private readonly types: Readonly<Record<string, PlannedFields>>,
  ) {}

  /**
   * What is asked of an object.
   *
   * @throws Unplanned
   */
  asked(type: string, selectionSets: readonly SelectionSetNode[]): readonly AskedField[] {
    const object = this.schema.getType(type);
    if (!isObjectType(object)) throw new Unplanned(type);
    const { fields, isFixed } = this.selections.of(object, selectionSets);
    if (!isFixed) this.#variable++;
    return fields;
  }

  /**
   * SQL of an object as JSON, in a place where its row is in scope.
   *
   * @throws Unplanned
   */
  object(type: string, selectionSets: readonly SelectionSetNode[]): string {
    const [only, ...others] = selectionSets;
    if (!only || others.length > 0) return this.#object(type, selectionSets);
    const known = FIXED.get(only)?.get(type);
    if (known !== undefined) return known;
    const before = this.#variable + this.parameters.values.length;
    const sql = this.#object(type, selectionSets);
    if (this.#variable + this.parameters.values.length === before) {
      FIXED.set(only, (FIXED.get(only) ?? new Map<string, string>()).set(type, sql));
    }
    return sql;
  }

  #object(type: string, selectionSets: readonly SelectionSetNode[]): string {
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
