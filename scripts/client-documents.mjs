// Writes what src/client asks: the typed documents src/client/documents.ts, and dist/client/queries.json, the list of them for
// PERSISTED_QUERIES. And dist/client/relay.graphql, the schema as relay-compiler takes it.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { buildSchema, isAbstractType, Kind, parse, print, printSchema, visit } from 'graphql';

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
    const document = documentOf(operation);
    const body = print(document);
    return {
      document,
      id: sha256(body),
      name: operation.name.value,
      type: operation.operation,
      body,
    };
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const types = await codegen({
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
    scalars: { ID: 'string', EDTF: 'string', DateTime: 'string', URL: 'string', SHA256: 'string' },
    strictScalars: true,
  },
  plugins: [{ operationTypes: {} }],
  pluginMap: { operationTypes },
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
  `import type { TypedDocumentNode } from './typed-document-node.ts';
${types}
${operations.map(({ name, type, document }) => constantOf(document, name, `${name}${type[0].toUpperCase()}${type.slice(1)}`)).join('\n')}

/** The types that each interface and union of the schema may be: \`possibleTypes\` of Apollo's InMemoryCache. */
export const possibleTypes: Readonly<Record<string, string[]>> = ${JSON.stringify(possibleTypes)};

/** The id by which each operation may be asked for as "documentId": the SHA-256 of its text, by its name. */
export const documentIds = ${JSON.stringify(Object.fromEntries(operations.map(({ name, id }) => [name, id])))} as const;
`,
);
// Twice where printers differ: as graphql's own writes it, which Apollo Client sends, and as urql does, without empty lines.
const list = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: operations.flatMap(({ name, type, body }) =>
    [...new Set([body, body.replaceAll('\n\n', '\n')])].map((text) => ({ id: sha256(text), name, type, body: text })),
  ),
};
mkdirSync(written, { recursive: true });
writeFileSync(join(written, 'queries.json'), `${JSON.stringify(list, null, 2)}\n`);

// Relay refetches by a "node" that takes an id alone (docs/adr/0028-clients.md).
const { node } = schema.getQueryType().getFields();
node.args = node.args.filter(({ name }) => name === 'id');
writeFileSync(join(written, 'relay.graphql'), `${printSchema(schema)}\n`);

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

function constantOf(document, name, types) {
  return `export const ${name}Document = ${JSON.stringify(document)} as unknown as TypedDocumentNode<${types}, ${types}Variables>;`;
}

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
