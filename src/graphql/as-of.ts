import { GraphQLInt, type GraphQLSchema } from 'graphql';

/** The argument of root fields that asks for the past. */
export const AS_OF = 'asOf';

/**
 * Gives every field of Query the argument `asOf`. It is the same one for each of them and no business of their resolvers, which
 * read the past by the context they are given (`Context.rewind`).
 */
export function withAsOf(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    field.args = [
      ...field.args,
      {
        name: AS_OF,
        description:
          'The corpus as it was at this revision; the newest when left out. All root fields of a query share one.',
        type: GraphQLInt,
        defaultValue: undefined,
        deprecationReason: undefined,
        extensions: {},
        astNode: undefined,
      },
    ];
  }
  return schema;
}
