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
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../graphql/relay/page-args.ts';
import { LIMITS } from './limits.ts';

/** Lists that may hold a whole text in pieces, however short they are elsewhere: whoever asks for one may get as much as the limit. */
const LONG_LISTS: ReadonlySet<string> = new Set(['VersionDiff.quotations', 'VersionDiff.sentences']);

type Arguments = Readonly<Record<string, unknown>>;

/** How many nodes an answer may hold. */
export interface CountedNodes {
  /** By the page sizes that are asked for, where each list without one is as long as such lists usually are. */
  readonly usual: number;
  /** What it may hold in all: the same, and what is kept in reserve for lists that are longer. Never more than the limit. */
  readonly most: number;
}

/**
 * How many objects the answer to an operation may hold, by the page sizes that it asks for (docs/limits.md). What directives leave out
 * is counted all the same, and introspection is not. Each fragment is counted once and remembered, so the work is linear in the
 * document.
 *
 * @returns 0 when the variables do not fit the operation, which is then refused for that
 */
export function countNodes(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): CountedNodes {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const root = schema.getRootType(operation.operation);
  if (!coerced || !root) return { usual: 0, most: 0 };
  const counter = new NodeCounter(schema, document, coerced);
  const usual = counter.count(operation.selectionSet, root, 0);
  return { usual, most: Math.min(usual + counter.reserve, Math.max(usual, LIMITS.nodes)) };
}

class NodeCounter {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #counted = new Map<string, number>();
  /** For lists without a page size, of all that were counted together. */
  reserve = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /** @param page how many items the field asked for whose value the parent is; 0 where it asked for no page */
  count(selections: SelectionSetNode, parent: GraphQLCompositeType, page: number): number {
    let nodes = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) nodes += this.#field(selection, parent, page);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) nodes += this.#fragment(selection.name.value, page);
      else {
        const type = this.#type(selection.typeCondition?.name.value) ?? parent;
        nodes += this.count(selection.selectionSet, type, page);
      }
    }
    return nodes;
  }

  #field(field: FieldNode, parent: GraphQLCompositeType, page: number): number {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    const type = definition && getNamedType(definition.type);
    if (!definition || !field.selectionSet || !isCompositeType(type)) return 0;
    const args = getArgumentValues(definition, field, this.variables);
    const isList = isListType(getNullableType(definition.type));
    const inside = this.count(field.selectionSet, type, isList ? 0 : pageSize(definition, args));
    return (isList ? this.#length(parent, definition, args, page) : 1) * (1 + inside);
  }

  #length(parent: GraphQLCompositeType, definition: GraphQLField<unknown, unknown>, args: Arguments, page: number) {
    if (Array.isArray(args['ids'])) return args['ids'].length;
    if (definition.args.some(({ name }) => name === 'first')) return pageSize(definition, args);
    if (isPage(parent, definition)) return page;
    const isLong = LONG_LISTS.has(`${parent.name}.${definition.name}`);
    this.reserve = Math.max(this.reserve, isLong ? LIMITS.nodes : LIMITS.reservedNodes);
    return LIMITS.usualList;
  }

  #fragment(name: string, page: number): number {
    const key = `${String(page)} ${name}`;
    const known = this.#counted.get(key);
    if (known !== undefined) return known;
    const fragment = this.#fragments.get(name);
    const type = this.#type(fragment?.typeCondition.name.value);
    const nodes = fragment && type ? this.count(fragment.selectionSet, type, page) : 0;
    this.#counted.set(key, nodes);
    return nodes;
  }

  #type(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

/** Whether a list is as long as the field that its parent is the value of was asked for. */
const isPage = (parent: GraphQLCompositeType, { name }: GraphQLField<unknown, unknown>): boolean =>
  parent.name === 'QuoteCheck' ? name === 'matches' : parent.name.endsWith('Connection');

/** How many items a field is asked for; null stands for the usual size of a page, or for the field's own where that is larger. */
function pageSize({ args }: GraphQLField<unknown, unknown>, { first }: Arguments): number {
  const argument = args.find(({ name }) => name === 'first');
  if (!argument) return 0;
  const size = typeof first === 'number' ? first : Math.max(DEFAULT_PAGE, Number(argument.defaultValue ?? 0));
  return Math.min(Math.max(size, 0), LARGEST_PAGE);
}
