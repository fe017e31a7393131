import { graphql } from '../../api/graphql.ts';

/** What the ledger tells of a statement: enough to check it without this server. */
export const ProofQuery = graphql(`
  query Proof($id: ID!) {
    node(id: $id) {
      ... on Statement {
        proof {
          records {
            json
            revision
            index
            path
          }
          entries {
            json
            revision
            path
          }
          checkpoint {
            origin
            size
            rootHash
            publicKey
            signature
          }
        }
      }
    }
  }
`);
