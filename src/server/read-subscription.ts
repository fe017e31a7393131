import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { assertFewNodes } from './cost.ts';
import { limitRules } from './limit-rules.ts';
import { LIMITS } from './limits.ts';

/** A subscription that may be run. */
export interface ReadSubscription {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variableValues: Readonly<Record<string, unknown>>;
  /** How many nodes a result may hold. */
  readonly nodes: number;
}

/**
 * Reads a subscription from the parameters of a request, which meet the same rules and limits as elsewhere.
 *
 * @param introspection whether clients may ask what can be asked
 * @param parameters { query, operationName, variables }, as JSON or the address gave them
 * @returns the errors for which it is refused, in place of the subscription
 */
export function readSubscription(
  schema: GraphQLSchema,
  parameters: unknown,
  introspection = true,
): ReadSubscription | { readonly errors: readonly GraphQLError[] } {
  if (!isObject(parameters)) return refused('Send {"query": "subscription …", "variables": {…}}.');
  const { query, operationName = null, variables = null } = parameters;
  if (typeof query !== 'string') return refused('"query" must be the text of a subscription.');
  if (operationName !== null && typeof operationName !== 'string') return refused('"operationName" must be a name.');
  if (variables !== null && !isObject(variables)) return refused('"variables" must be an object.');

  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] };
    throw error;
  }
  const broken = validate(
    schema,
    document,
    [...specifiedRules, ...limitRules, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])],
    { maxErrors: LIMITS.errors },
  );
  if (broken.length > 0) return { errors: broken.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) };

  const operation = getOperationAST(document, operationName);
  if (!operation) return refused('Name by "operationName" which operation of the document you mean.');
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    return refused(`Only subscriptions are served here: send a ${operation.operation} to /graphql.`);
  }
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {});
  if (errors) return { errors: errors.map((error) => withCode(error, 'BAD_USER_INPUT')) };
  try {
    const nodes = assertFewNodes(schema, document, operation, variables ?? {});
    return { document, operationName, variableValues: variables ?? {}, nodes };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (message: string) => ({
  errors: [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })],
});

/** An error of graphql-js, which has no code, unless it comes from one of our rules. */
const withCode = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code, ...error.extensions },
  });
