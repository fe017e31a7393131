// urql: a search and its next page, by the typed documents of verbatim/client.
//   npx tsx main.ts http://127.0.0.1:4000 "North Korea"
import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { SearchDocument } from 'verbatim/client';

const [url = 'http://127.0.0.1:4000', query = 'North Korea'] = process.argv.slice(2);

const client = new Client({ url: `${url}/graphql`, exchanges: [cacheExchange, fetchExchange], preferGetMethod: false });

let after: string | null = null;
for (const page of [1, 2]) {
  const { data, error } = await client.query(SearchDocument, { query, first: 3, after }).toPromise();
  if (!data) throw error ?? new Error('The server did not answer.');
  console.log(`Page ${String(page)} of ${String(data.search.totalCount)} results`);
  for (const { node } of data.search.edges) {
    // The type of the node tells the compiler what it has.
    if (node.__typename === 'Statement') console.log(`  ${node.speaker.name}: ${node.text}`);
    else if (node.__typename === 'Actor') console.log(`  ${node.name}, ${node.kind}`);
    else console.log(`  ${node.title}`);
  }
  after = data.search.pageInfo.endCursor;
}
