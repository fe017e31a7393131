// PostGraphile with its Amber preset, on the tables as they are: node postgraphile.mjs DATABASE_URL, on Node 22 or newer
import { createServer } from 'node:http';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { postgraphile } from 'postgraphile';

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // It hides whatever has no index of exactly its columns, and with it a statement's quotes.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({ connectionString: process.argv[2], schemas: ['public', 'peers'], poolConfig: { max: 10 } }),
  ],
  grafserv: { graphqlPath: '/graphql', websockets: false, graphiql: false },
  grafast: { explain: false, context: () => ({}) },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/graphql`);
});
