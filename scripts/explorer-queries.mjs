// Writes what the explorer's pages ask as a list for PERSISTED_QUERIES, each text exactly as it is sent: dist/explorer/queries.json.
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDocument, stringifyDocument } from '@urql/core';
import { createServer } from 'vite';

const EXPLORER = join(import.meta.dirname, '../explorer');
const WRITTEN = join(import.meta.dirname, '../dist/explorer/queries.json');
/** Stands before gql.tada while the pages' modules are loaded, and keeps each document that they make. */
const KEEPING = `
import { initGraphQLTada as init } from 'gql.tada?kept';
export const initGraphQLTada = () => {
  const graphql = init();
  return Object.assign((...given) => {
    const document = graphql(...given);
    globalThis.keptDocuments.push(document);
    return document;
  }, graphql);
};`;

globalThis.keptDocuments = [];
const server = await createServer({
  root: EXPLORER,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
  ssr: { noExternal: ['gql.tada'] },
  optimizeDeps: { noDiscovery: true },
  plugins: [
    {
      name: 'keep-documents',
      enforce: 'pre',
      resolveId(id, importer) {
        if (id === 'gql.tada?kept') return this.resolve('gql.tada', importer, { skipSelf: true });
        return id === 'gql.tada' ? '\0keeping' : null;
      },
      load: (id) => (id === '\0keeping' ? KEEPING : null),
    },
  ],
});
try {
  const modules = readdirSync(join(EXPLORER, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:views|parts)\/.*\.tsx?$/.test(name),
  );
  for (const name of modules) await server.ssrLoadModule(`/src/${name}`);
} finally {
  await server.close();
}

const operations = new Map();
for (const document of globalThis.keptDocuments) {
  const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition');
  if (!operation) continue;
  // The pages' cache asks for type names too; subscriptions go past it.
  const body = stringifyDocument(operation.operation === 'subscription' ? document : formatDocument(document));
  const id = createHash('sha256').update(body).digest('hex');
  const name = operation.name.value;
  if (operations.has(name)) throw new Error(`Two documents of the explorer are named ${name}.`);
  operations.set(name, { id, name, type: operation.operation, body });
}
const manifest = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [...operations.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
};
writeFileSync(WRITTEN, `${JSON.stringify(manifest, null, 2)}\n`);
