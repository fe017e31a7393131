import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../graphql/relay/page-args.ts';

/** What a list without a page size counts for; such lists are short by nature. */
const SHORT_LIST = 5;

/**
 * How many objects the answer to an operation may hold, by the page sizes that it asks for. What directives leave out is
 * counted all the same. Each fragment is counted once and remembered, so the work is linear in the document.
 *
 * @returns 0 when the variables do not fit the operation, which is then refused for that
 */
export function countNodes(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const root = schema.getRootType(operation.operation);
  return coerced && root ? new NodeCounter(schema, document, coerced).count(operation.selectionSet, root) : 0;
}

class NodeCounter {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #counted = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  count(selections: SelectionSetNode, parent: GraphQLCompositeType): number {
    let nodes = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) nodes += this.#field(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) nodes += this.#fragment(selection.name.value);
      else nodes += this.count(selection.selectionSet, this.#type(selection.typeCondition?.name.value) ?? parent);
    }
    return nodes;
  }

  #field(field: FieldNode, parent: GraphQLCompositeType): number {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const type = definition && getNamedType(definition.type);
    if (!definition || !field.selectionSet || !isCompositeType(type)) return 0;
    const inside = this.count(field.selectionSet, type);
    const args = getArgumentValues(definition, field, this.variables);
    if (type.name.endsWith('Connection')) return 1 + pageSize(args) * inside;
    // Edges and nodes are the page, whose length was counted with the connection.
    const isPage = parent.name.endsWith('Connection');
    return (isPage || !isListType(getNullableType(definition.type)) ? 1 : listLength(args)) * (1 + inside);
  }

  #fragment(name: string): number {
    const known = this.#counted.get(name);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#type(fragment?.typeCondition.name.value);
    const nodes = fragment && type ? this.count(fragment.selectionSet, type) : 0;
    this.#counted.set(name, nodes);
    return nodes;
  }

  #type(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

function pageSize({ first }: Readonly<Record<string, unknown>>): number {
  return Math.min(Math.max(typeof first === 'number' ? first : DEFAULT_PAGE, 0), LARGEST_PAGE);
}

function listLength(args: Readonly<Record<string, unknown>>): number {
  if (Array.isArray(args['ids'])) return args['ids'].length;
  return 'first' in args ? pageSize(args) : SHORT_LIST;
}
