import { Field, Float, Int, ObjectType, createUnionType } from 'type-graphql';
import type { NodeRows, NodeType } from '../../store/read/rows.ts';
import { Actor } from '../actor/actor-type.ts';
import { Article } from '../article/article-type.ts';
import { Event } from '../event/event-type.ts';
import { PageInfo } from '../relay/connection.ts';
import { Statement } from '../statement/statement-type.ts';

const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'What full-text search finds.',
  types: () => [Article, Statement, Actor, Event] as const,
  resolveType: (row: unknown) => (row as NodeRows[NodeType]).__typename,
});

@ObjectType({ description: 'One hit of a search.', simpleResolvers: true })
export class SearchResultEdge {
  @Field(() => SearchResult, { description: 'What was found.' })
  node!: unknown;

  @Field(() => String, { description: 'Its place in the list, for "after".' })
  cursor!: string;

  @Field(() => Float, { description: 'Higher is better; comparable within one search only.' })
  score!: number;

  @Field(() => String, {
    description:
      'Text around the hits as HTML: the text’s own characters escaped, each hit in <mark>. For showing; evidence is in quotes.',
  })
  snippet!: string;
}

@ObjectType({ description: 'A page of hits, best first.', simpleResolvers: true })
export class SearchResultConnection {
  @Field(() => [SearchResultEdge], { description: 'The hits.' })
  edges!: SearchResultEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many hits there are.' })
  totalCount!: number;
}
