import { Field, FieldResolver, ID, InterfaceType, Resolver, Root } from 'type-graphql';
import type { NodeRows, NodeType } from '../../store/read/rows.ts';
import { toGlobalId } from './global-id.ts';

@InterfaceType({
  description: 'Anything that can be refetched by its id: Query.node and Query.nodes take it.',
  resolveType: (row: NodeRows[NodeType]) => row.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Globally unique and lasting. The same seeds give the same ids on every machine.' })
  id!: string;
}

@Resolver(() => Node)
export class NodeResolver {
  // The rows hold the bare UUID.
  @FieldResolver(() => ID)
  id(@Root() row: NodeRows[NodeType]): string {
    return toGlobalId(row);
  }
}
