// Apollo Client: two pages that the cache joins, and things that it keeps once, by their ids.
//   npx tsx main.ts http://127.0.0.1:4000
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes, StatementDocument, StatementsDocument } from 'verbatim/client';

const [url = 'http://127.0.0.1:4000'] = process.argv.slice(2);

const cache = new InMemoryCache({
  possibleTypes,
  typePolicies: {
    Query: {
      fields: {
        articles: relayStylePagination(),
        search: relayStylePagination(['query']),
        statements: relayStylePagination(['filter', 'orderBy']),
      },
    },
    Article: { fields: { statements: relayStylePagination(['filter', 'orderBy']) } },
    Actor: { fields: { statements: relayStylePagination(['filter', 'orderBy']) } },
    Event: { fields: { statements: relayStylePagination(['filter', 'orderBy']) } },
    // Its id is that of the merged actor, who may have been merged more than once.
    ActorMerge: { keyFields: false },
  },
});
const client = new ApolloClient({ link: new HttpLink({ uri: `${url}/graphql` }), cache });

const asked = { filter: { article: 'north-korea-inches-closer' }, first: 5 };
await client.query({ query: StatementsDocument, variables: asked });
const list = client.watchQuery({ query: StatementsDocument, variables: asked });
await list.fetchMore({ variables: { after: list.getCurrentResult().data?.statements?.pageInfo?.endCursor ?? null } });

// In a page: useQuery(StatementsDocument, { variables: asked }) and its fetchMore({ variables: { after } }).
const listed = client.readQuery({ query: StatementsDocument, variables: asked })?.statements.edges ?? [];
console.log('Statements of both pages:', listed.length);
for (const { node } of listed) console.log(`  ${node.speaker.name}: ${node.text}`);

// Each thing is kept once, under its type and its id, however many statements lead to it.
const kept = Object.keys(cache.extract());
for (const type of ['Statement', 'Actor', 'Article'])
  console.log(`${type}s in the cache:`, kept.filter((key) => key.startsWith(`${type}:`)).length);

// What is asked of one of them comes to whoever shows it in a list.
const id = listed[0]?.node.id ?? '';
const { data: one } = await client.query({ query: StatementDocument, variables: { id } });
if (one?.node?.__typename === 'Statement')
  console.log('Chain:', one.node.attribution.map(({ actor, role }) => `${actor.name} (${role})`).join(' > '));
client.stop();
