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
   * The fields that selections ask of an object, in the order of the answer.
   *
   * @throws GraphQLError when an argument has no value that it may have
   */
  of(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[]): AskedField[] {
    const nodes = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    for (const selectionSet of selectionSets) this.#collect(type, selectionSet, nodes, visited);
    const fields = type.getFields();
    return [...nodes].map(([key, [first, ...others]]) => {
      if (!first) throw new Error('a response key without a field');
      const field = fields[first.name.value] as GraphQLField<unknown, unknown> | undefined;
      return {
        key,
        name: first.name.value,
        args: field ? getArgumentValues(field, first, this.variables) : {},
        selectionSets: [first, ...others].flatMap(({ selectionSet }) => selectionSet ?? []),
      };
    });
  }

  #collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    nodes: Map<string, FieldNode[]>,
    visited: Set<string>,
  ): void {
    for (const selection of selections) {
      if (!this.#isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        nodes.set(key, [...(nodes.get(key) ?? []), selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (this.#applies(type, selection.typeCondition?.name.value))
          this.#collect(type, selection.selectionSet, nodes, visited);
      } else {
        const name = selection.name.value;
        const fragment = this.#fragments.get(name);
        if (!fragment || visited.has(name)) continue;
        visited.add(name);
        if (this.#applies(type, fragment.typeCondition.name.value))
          this.#collect(type, fragment.selectionSet, nodes, visited);
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
