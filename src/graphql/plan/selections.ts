import {
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** A field of an object as an operation asks for it; fields of one response key are one. */
export interface AskedField {
  /** The key of its value in the answer. */
  readonly key: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** What is asked of its value; empty for a scalar. */
  readonly selectionSets: readonly SelectionSetNode[];
}

const TYPENAME = '__typename';

/** What selections ask of an object, as it is gathered. */
interface Collected {
  /** By response key. */
  readonly nodes: Map<string, FieldNode[]>;
  /** Names of fragments. */
  readonly visited: Set<string>;
  /** Whether no variable may make a difference. */
  isFixed: boolean;
}

/** What selections ask of an object. */
export interface Asked {
  /** In the order of the answer. */
  readonly fields: readonly AskedField[];
  /** Whether no variable makes a difference. */
  readonly isFixed: boolean;
}

/** What selections ask that no variable changes. Documents that come again are the same objects, and go when they are forgotten. */
const FIXED = new WeakMap<SelectionSetNode, Map<GraphQLObjectType, Asked>>();

const hasVariable = (value: ValueNode): boolean =>
  value.kind === Kind.VARIABLE ||
  (value.kind === Kind.LIST && value.values.some(hasVariable)) ||
  (value.kind === Kind.OBJECT && value.fields.some((field) => hasVariable(field.value)));

/** Reads what an operation asks of objects, by sections 6.3.2 and 6.4.1 of the GraphQL specification (October 2021). */
export class Selections {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  /** @param variables as they are after coercion */
  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    this.#fragments = new Map(
      document.definitions.flatMap((part) =>
        part.kind === Kind.FRAGMENT_DEFINITION ? [[part.name.value, part] as const] : [],
      ),
    );
  }

  /**
   * The fields that selections ask of an object.
   *
   * @throws GraphQLError when an argument has no value that it may have
   */
  of(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[]): Asked {
    const [only, ...others] = selectionSets;
    if (!only || others.length > 0) return this.#read(type, selectionSets);
    const known = FIXED.get(only)?.get(type);
    if (known) return known;
    const asked = this.#read(type, selectionSets);
    if (asked.isFixed) FIXED.set(only, (FIXED.get(only) ?? new Map<GraphQLObjectType, Asked>()).set(type, asked));
    return asked;
  }

  #read(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[]): Asked {
    const collected: Collected = { nodes: new Map(), visited: new Set(), isFixed: true };
    for (const selectionSet of selectionSets) this.#collect(type, selectionSet, collected);
    const definitions = type.getFields();
    const fields = [...collected.nodes].map(([key, [first, ...others]]) => {
      if (!first) throw new Error('a response key without a field');
      const field = definitions[first.name.value] as GraphQLField<unknown, unknown> | undefined;
      if (first.arguments?.some(({ value }) => hasVariable(value))) collected.isFixed = false;
      return {
        key,
        name: first.name.value,
        args: field ? getArgumentValues(field, first, this.variables) : {},
        selectionSets: [first, ...others].flatMap(({ selectionSet }) => selectionSet ?? []),
      };
    });
    return { fields, isFixed: collected.isFixed };
  }

  #collect(type: GraphQLObjectType, { selections }: SelectionSetNode, into: Collected): void {
    for (const selection of selections) {
      if (selection.directives !== undefined && selection.directives.length > 0) into.isFixed = false;
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = into.nodes.get(key);
        if (nodes) nodes.push(selection);
        else into.nodes.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (this.#applies(type, selection.typeCondition?.name.value)) this.#collect(type, selection.selectionSet, into);
      } else {
        const name = selection.name.value;
        const fragment = this.#fragments.get(name);
        if (!fragment || into.visited.has(name)) continue;
        into.visited.add(name);
        if (this.#applies(type, fragment.typeCondition.name.value)) this.#collect(type, fragment.selectionSet, into);
      }
    }
  }

  #isIncluded(selection: SelectionNode): boolean {
    if (selection.directives === undefined || selection.directives.length === 0) return true;
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, this.variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, this.variables);
    return skip?.['if'] !== true && include?.['if'] !== false;
  }

  #applies(type: GraphQLObjectType, condition: string | undefined): boolean {
    if (condition === undefined || condition === type.name) return true;
    const other = this.schema.getType(condition);
    return isAbstractType(other) && this.schema.isSubType(other, type);
  }
}

/** Whether a field asks for the name of the object's type. */
export const isTypename = ({ name }: AskedField): boolean => name === TYPENAME;
