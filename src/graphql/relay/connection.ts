import { Field, Int, ObjectType, type ClassType } from 'type-graphql';

@ObjectType({ description: 'Where a page stands in its list (Relay cursor connections).', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether the page began after a cursor.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The first item’s cursor; null for an empty page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last item’s cursor, to go on after; null for an empty page.',
  })
  endCursor!: string | null;
}

/** The connection type of a node type. */
export function connectionOf(name: string, node: () => ClassType | object): ClassType {
  const plural = `${name}s`;

  @ObjectType(`${name}Edge`, { description: `One of the ${plural} of a page.`, simpleResolvers: true })
  class NodeEdge {
    @Field(node, { description: 'The item.' })
    node!: unknown;

    @Field(() => String, { description: 'Its place in the list, for "after".' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${plural}.`, simpleResolvers: true })
  class Connection {
    @Field(() => [NodeEdge], { description: 'The items with their cursors.' })
    edges!: NodeEdge[];

    @Field(() => [node()], { description: 'The items.' })
    nodes!: unknown[];

    @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many items the whole list has.' })
    totalCount!: number;
  }

  return Connection;
}
