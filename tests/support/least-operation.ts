import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';

/** A value of each scalar that can be given. */
const SCALARS: Readonly<Record<string, unknown>> = {
  ID: 'nothing',
  String: 'words',
  Int: 1,
  Float: 0.5,
  Boolean: true,
  DateTime: '2100-01-01T00:00:00Z',
  EDTF: '2022-07',
  SHA256: '0'.repeat(64),
  URL: 'https://example.org/',
};

/** An operation that asks for one root field, with the least that it must be given: valid by its types, and about nothing. */
export function leastOperation(
  operation: 'query' | 'mutation',
  field: GraphQLField<unknown, never>,
): { readonly query: string; readonly variables: Readonly<Record<string, unknown>> } {
  const args = field.args.filter(isRequiredArgument);
  const list = (items: readonly string[]) => (items.length > 0 ? `(${items.join(', ')})` : '');
  const declared = list(args.map(({ name, type }) => `$${name}: ${String(type)}`));
  const given = list(args.map(({ name }) => `${name}: $${name}`));
  const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  return {
    query: `${operation} ${declared} { ${field.name}${given} ${selection} }`,
    variables: Object.fromEntries(args.map(({ name, type }) => [name, leastOf(type)])),
  };
}

function leastOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [leastOf(nullable.ofType)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const wanted = nullable.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return Object.fromEntries(wanted.map((field) => [field.name, leastOf(field.type)]));
  }
  if (!(nullable.name in SCALARS)) throw new Error(`There is no value of the scalar ${nullable.name} yet: add one.`);
  return SCALARS[nullable.name];
}
