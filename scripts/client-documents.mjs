// Writes what src/client asks: the typed documents src/client/documents.ts, and dist/client/queries.json, the list of them for PERSISTED_QUERIES.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as documentNodes from '@graphql-codegen/typed-document-node';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, isAbstractType, Kind, parse, print, visit } from 'graphql';

const root = join(import.meta.dirname, '..');
const client = join(root, 'src/client');
const written = join(root, 'dist/client');

const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));
const documents = readdirSync(client)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => ({
    location: name,
    document: withTypenames(parse(readFileSync(join(client, name), 'utf8'), { noLocation: true })),
  }));
const definitions = documents.flatMap(({ document }) => document.definitions);
const operations = definitions
  .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  .map((operation) => {
    const body = print(documentOf(operation));
    return {
      id: createHash('sha256').update(body).digest('hex'),
      name: operation.name.value,
      type: operation.operation,
      body,
    };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const typed = await codegen({
  filename: 'documents.ts',
  schema,
  schemaAst: schema,
  documents,
  config: {
    useTypeImports: true,
    immutableTypes: true,
    enumType: 'string-literal',
    dedupeFragments: true,
    onlyOperationTypes: true,
    documentNodeImport: './typed-document-node.ts#TypedDocumentNode',
    scalars: { ID: 'string', EDTF: 'string', DateTime: 'string', URL: 'string', SHA256: 'string' },
    strictScalars: true,
  },
  plugins: [{ operationTypes: {} }, { documentNodes: {} }],
  pluginMap: { operationTypes, documentNodes },
});
const possibleTypes = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .filter(({ name }) => !name.startsWith('__'))
    .map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]),
);
writeFileSync(
  join(client, 'documents.ts'),
  `${typed}
/** The types that each interface and union of the schema may be: \`possibleTypes\` of Apollo's InMemoryCache. */
export const possibleTypes: Readonly<Record<string, string[]>> = ${JSON.stringify(possibleTypes)};

/** The id by which each operation may be asked for as "documentId": the SHA-256 of its text, by its name. */
export const documentIds = ${JSON.stringify(Object.fromEntries(operations.map(({ name, id }) => [name, id])))} as const;
`,
);
mkdirSync(written, { recursive: true });
writeFileSync(
  join(written, 'queries.json'),
  `${JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }, null, 2)}\n`,
);

/** An operation and the fragments that it uses, each after the one that asks for it first. */
function documentOf(operation) {
  const used = new Set([operation]);
  for (const definition of used) {
    visit(definition, {
      FragmentSpread({ name }) {
        used.add(
          definitions.find((other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === name.value),
        );
      },
    });
  }
  return { kind: Kind.DOCUMENT, definitions: [...used] };
}

/** Asks for the type's name wherever clients with a normalised cache would ask for it, so that all send the same text. */
function withTypenames(document) {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  return visit(document, {
    SelectionSet(node, _key, parent) {
      return parent.kind === Kind.OPERATION_DEFINITION
        ? undefined
        : { ...node, selections: [...node.selections, typename] };
    },
  });
}
