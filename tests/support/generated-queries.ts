import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Values that arguments may have, written as in a query, by the name of the argument or of "Field.argument". */
export type ArgumentValues = Readonly<Record<string, readonly string[]>>;

/** Queries of a schema: any fields, any nesting up to a depth, aliases, fragments and directives. */
export function generatedQueries(schema: GraphQLSchema, values: ArgumentValues, depth: number): fc.Arbitrary<string> {
  const query = schema.getQueryType();
  if (!query) throw new Error('the schema has no queries');
  return new QueryGenerator(schema, values).selection(query, depth, 1, 3).map((selection) => `query ${selection}`);
}

class QueryGenerator {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly values: ArgumentValues,
  ) {}

  selection(type: GraphQLNamedType, depth: number, least: number, most: number): fc.Arbitrary<string> {
    if (isAbstractType(type)) {
      const parts = this.schema
        .getPossibleTypes(type)
        .map((possible) =>
          fc
            .oneof(
              { weight: 1, arbitrary: fc.constant('') },
              { weight: 3, arbitrary: this.selection(possible, depth, 1, 3) },
            )
            .map((inner) => (inner === '' ? '' : `... on ${possible.name} ${inner}`)),
        );
      return fc.tuple(...parts).map((chosen) => `{ __typename ${chosen.join(' ')} }`);
    }
    if (!isObjectType(type)) throw new Error(`${type.name} has no fields`);
    const fields = Object.values(type.getFields()).filter(
      (field) => this.#canBeCalled(field) && (depth > 0 || !isCompositeType(getNamedType(field.type))),
    );
    if (fields.length === 0) return fc.constant('{ __typename }');
    const field = fc.integer({ min: 0, max: fields.length - 1 }).chain((index) => this.#field(fields[index], depth));
    const piece = fc.oneof(
      { weight: 8, arbitrary: field },
      { weight: 1, arbitrary: fc.constant('__typename') },
      { weight: 1, arbitrary: field.map((inner) => `... on ${type.name} { ${inner} }`) },
      {
        weight: 1,
        arbitrary: fc.tuple(field, fc.boolean()).map(([inner, is]) => `... @include(if: ${String(is)}) { ${inner} }`),
      },
    );
    // What directives leave out may be all of it.
    return fc.array(piece, { minLength: least, maxLength: most }).map((pieces) => `{ __typename ${pieces.join(' ')} }`);
  }

  #canBeCalled(field: GraphQLField<unknown, unknown>): boolean {
    return field.args.every(
      (argument) => !isRequiredArgument(argument) || this.#valuesOf(field, argument.name) !== undefined,
    );
  }

  #valuesOf = (field: { readonly name: string }, argument: string): readonly string[] | undefined =>
    this.values[`${field.name}.${argument}`] ?? this.values[argument];

  #aliases = 0;

  #field(field: GraphQLField<unknown, unknown> | undefined, depth: number): fc.Arbitrary<string> {
    if (!field) throw new Error('no such field');
    const args = field.args.map((argument) => {
      const values = this.#valuesOf(field, argument.name) ?? [];
      if (values.length === 0) return fc.constant('');
      const given = fc.constantFrom(...values).map((value) => `${argument.name}: ${value}`);
      return isRequiredArgument(argument) ? given : fc.oneof(fc.constant(''), given);
    });
    const type = getNamedType(field.type);
    const inner = isCompositeType(type) ? this.selection(type, depth - 1, 1, 4) : fc.constant('');
    // Each has a key of its own: fields of one key must ask for the same.
    return fc.tuple(fc.tuple(...args), inner).map(([given, selection]) => {
      const called = given.filter(Boolean).join(', ');
      return `f${String(this.#aliases++)}: ${field.name}${called === '' ? '' : `(${called})`} ${selection}`;
    });
  }
}
