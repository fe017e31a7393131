import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Documents typed by the server's own schema: what is asked for wrongly does not compile. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; EDTF: string; DateTime: string; URL: string; SHA256: string };
}>();
