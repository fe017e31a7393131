/** The layers, from the bottom up. Each may use those named beside it and nothing else of src/. */
const LAYERS = {
  domain: [],
  text: ['domain'],
  anchor: ['domain', 'text'],
  compare: ['domain', 'text'],
  extract: ['domain', 'text', 'compare'],
  ledger: ['domain'],
  export: ['domain'],
  observe: ['domain'],
  store: ['domain', 'text', 'anchor', 'compare', 'ledger', 'export', 'observe'],
  ingest: ['domain', 'text', 'anchor', 'extract', 'store', 'observe'],
  graphql: ['domain', 'text', 'anchor', 'compare', 'ledger', 'store', 'ingest', 'observe'],
  server: ['domain', 'ledger', 'export', 'store', 'ingest', 'graphql', 'observe'],
  client: [],
  cli: ['domain', 'text', 'compare', 'extract', 'ledger', 'export', 'store', 'ingest', 'graphql', 'server', 'observe'],
};
/** Packages that one place alone knows. */
const KNOWN_TO_ONE_PLACE = {
  '(@prisma|prisma|pg|@electric-sql|pglite-prisma-adapter)': '^src/store/',
  '(@apollo|ruru|@escape\\.tech|raw-body|content-type|sirv)': '^src/server/',
  '(type-graphql|dataloader|graphql-scalars|reflect-metadata)': '^src/graphql/',
  '(yaml)': '^src/ingest/',
  '(@mozilla|linkedom|htmlparser2|markdown-it)': '^src/ingest/sources/',
  '(tinypool)': '^src/ingest/',
  '(canonicalize)': '^src/ledger/',
  '(graphile-worker)': '^src/ingest/queue/',
  '(prom-client|@opentelemetry|pino-pretty)': '^src/observe/',
  '(commander|picocolors)': '^src/cli/',
};

const layerRules = Object.entries(LAYERS).map(([layer, uses]) => ({
  name: `layer-${layer}`,
  severity: 'error',
  comment: `src/${layer} may use ${[layer, ...uses].join(', ')} of src, and nothing above it.`,
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${[layer, ...uses].join('|')})/` },
}));

const packageRules = Object.entries(KNOWN_TO_ONE_PLACE).map(([packages, place]) => ({
  name: `package-${packages.replaceAll(/[^a-z]+/g, '-')}`,
  severity: 'error',
  comment: `Only ${place} knows these packages.`,
  from: { path: '^src/', pathNot: place },
  to: { path: `^node_modules/${packages}(/|$)` },
}));

export default {
  forbidden: [
    ...layerRules,
    ...packageRules,
    {
      name: 'pure-core',
      severity: 'error',
      comment:
        'domain, text, anchor, compare, extract, ledger and export compute; they touch no file, network or process. The model is read in one place.',
      from: {
        path: '^src/(domain|text|anchor|compare|extract|ledger|export)/',
        pathNot: '^src/extract/attributions/load-model\\.ts$',
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|zlib)$' },
    },
    {
      name: 'explorer-speaks-graphql',
      severity: 'error',
      comment:
        'The pages know of the server what its public API tells. What texts are made of, how words are pointed to, and what checks a proof they share.',
      from: { path: '^explorer/' },
      to: {
        path: '^(src|tests|scripts|bench)/',
        pathNot: '^src/(text/|anchor/(find-selector|selector-of-span)\\.ts$|ledger/verify-proof\\.ts$)',
      },
    },
    {
      name: 'explorer-by-itself',
      severity: 'error',
      comment: 'The server gives the pages out as they were built.',
      from: { path: '^src/' },
      to: { path: '^(explorer/|node_modules/(react|react-dom|urql|@urql|wouter|gql\\.tada|@fontsource-variable)/)' },
    },
    {
      name: 'explorer-pure-text',
      severity: 'error',
      comment: 'What is worked out for the pages is worked out without a page.',
      from: { path: '^explorer/src/text/' },
      to: { pathNot: '^(explorer/src/text|src/text|src/anchor)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Types of the schema refer to each other by thunks in resolvers, so that no module needs a circle.',
      from: { path: '^(src|explorer)/', pathNot: '^src/store/prisma/' },
      to: { circular: true, viaOnly: { pathNot: '^src/store/prisma/' } },
    },
    {
      name: 'no-tests-in-src',
      severity: 'error',
      comment: 'The product knows nothing of its tests.',
      from: { path: '^src/' },
      to: { path: '^(tests|scripts|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.mjs', '.js'], conditionNames: ['import', 'node', 'default'] },
  },
};
