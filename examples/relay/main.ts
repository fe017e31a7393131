// Relay: a fragment that pages through what an article reports. In a page usePaginationFragment does what stands below "Without React".
//   relay-compiler relay.config.json, then by whatever bundles the program: main.ts http://127.0.0.1:4000
import {
  Environment,
  fetchQuery,
  getFragment,
  getSingularSelector,
  graphql,
  Network,
  RecordSource,
  Store,
  type FetchFunction,
  type GraphQLResponse,
} from 'relay-runtime';
import pageQuery, { type mainPageQuery } from './__generated__/mainPageQuery.graphql';
import type { mainQuery } from './__generated__/mainQuery.graphql';
import type {
  mainStatements_article$data,
  mainStatements_article$key,
} from './__generated__/mainStatements_article.graphql';

const [url = 'http://127.0.0.1:4000', slug = 'north-korea-inches-closer'] = process.argv.slice(2);

const ask: FetchFunction = async ({ text }, variables) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, variables }),
  });
  return (await response.json()) as GraphQLResponse;
};
const environment = new Environment({
  network: Network.create(ask),
  store: new Store(new RecordSource()),
  // An ActorMerge has the id of the merged actor, and is not that actor.
  getDataID: (fields, type) => (type === 'ActorMerge' ? null : (fields as { id: string }).id),
});

const query = graphql`
  query mainQuery($slug: String!, $count: Int!) {
    article(slug: $slug) {
      id
      title
      ...mainStatements_article @arguments(count: $count)
    }
  }
`;
const statements = graphql`
  fragment mainStatements_article on Article
  @refetchable(queryName: "mainPageQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" }) {
    statements(first: $count, after: $cursor) @connection(key: "main_statements") {
      edges {
        node {
          text
          speaker {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const answer = await fetchQuery<mainQuery>(environment, query, { slug, count: 5 }).toPromise();
if (!answer?.article) throw new Error(`There is no article ${slug}.`);
const { article } = answer;

// Without React: read what the fragment shows, ask for the next page, and read again.
let shown = read(article);
console.log(`${article.title}: ${String(shown.statements.edges.length)} statements`);
while (shown.statements.pageInfo.hasNextPage) {
  const cursor = shown.statements.pageInfo.endCursor;
  await fetchQuery<mainPageQuery>(environment, pageQuery, { id: article.id, count: 5, cursor }).toPromise();
  shown = read(article);
  console.log(`and with the next page ${String(shown.statements.edges.length)}`);
}
for (const { node } of shown.statements.edges) console.log(`${node.speaker.name}: ${node.text}`);

function read(key: mainStatements_article$key): mainStatements_article$data {
  const selector = getSingularSelector(getFragment(statements), key);
  return environment.lookup(selector).data as unknown as mainStatements_article$data;
}
