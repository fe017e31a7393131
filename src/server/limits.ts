/** What one request may ask for. Nothing that is open to everybody is without a bound. */
export const LIMITS = {
  /** Bytes of a request's body. */
  bodyBytes: 100_000,
  /** The same of a request with a key of the role EDITOR or more, in which an article may come. */
  editorBodyBytes: 5_000_000,
  /** Lexical tokens of a document; the playground's introspection has about 500. */
  tokens: 2_000,
  /** Levels of fields in each other, without introspection. */
  depth: 14,
  /** Aliases, `__typename` included. */
  aliases: 30,
  /** Directives in a document. */
  directives: 20,
  /** Errors of a document that are told; what is wrong with the rest is not looked for. */
  errors: 5,
  /** Objects that an answer may hold. */
  nodes: 10_000,
  /** What a list without a page size counts for, wherever it stands: most are shorter. */
  usualList: 5,
  /** What an answer may hold besides, if it has such lists: one of them may be much longer. */
  reservedNodes: 1_000,
  /** Milliseconds from a request that is complete to its answer. */
  requestTimeout: 10_000,
  /** How many times as long as another request a write may wait for its turn, and each of its statements take. */
  writePatience: 6,
  /** Nodes that any request counts for, besides those that it asks for. */
  nodesOfRequest: 10,
  /** The same of an export besides, however large it is. */
  nodesOfExport: 10_000,
  /** Milliseconds that an export may take, the client's reading included. */
  exportTimeout: 900_000,
} as const;

/** What clients may keep open, and how slow they may be, in milliseconds. A server may be given others. */
export const CONNECTION_LIMITS = {
  /** Connections at once. */
  connections: 2_000,
  /** The same of one client: an address or, of IPv6, a network of 64 bits. */
  connectionsOfClient: 100,
  /** Subscriptions at once. Each reads for itself what a write changed, when it was written. */
  streams: 200,
  /** The same of one client: a key, or an address as above. */
  streamsOfClient: 20,
  /** Exports at once. Each reads all that there is. */
  exports: 2,
  /** The same of one client. */
  exportsOfClient: 1,
  /** In which the head of a request has to come. */
  headersTimeout: 10_000,
  /** In which all of a request has to come. */
  sendTimeout: 30_000,
  /** For which a connection is kept on which nothing is asked: longer than the minute of usual balancers, which would ask on it. */
  idleTimeout: 65_000,
  /** After which a client is given up that does not take what waits for it. */
  unreadTimeout: 60_000,
} as const;

export type ConnectionLimits = { readonly [Name in keyof typeof CONNECTION_LIMITS]: number };
