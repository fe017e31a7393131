import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { NodeRows, NodeType } from '../../store/read/rows.ts';
import { listHits, type SearchHit } from '../../store/read/search.ts';
import { assertStorable } from '../../text/storable.ts';
import type { Context } from '../context.ts';
import type { Page } from '../relay/page.ts';
import { PageArgs, pageRequest } from '../relay/page-args.ts';
import { markedHtml } from './marked-html.ts';
import { SearchResultConnection } from './search-type.ts';

@ArgsType()
class SearchArgs extends PageArgs {
  @Field(() => String, { description: 'Words as a web search box takes them: words, "a phrase", or, -not.' })
  query!: string;
}

/** A page of hits as it is served. */
interface SearchPage extends Pick<Page<SearchHit>, 'pageInfo' | 'totalCount'> {
  readonly edges: readonly { node: NodeRows[NodeType]; cursor: string; score: number; snippet: string }[];
}

@Resolver()
export class SearchResolver {
  @Query(() => SearchResultConnection, {
    description:
      'Articles, statements, actors and events that hold some words, best match first. Where more than a thousand do, all are ' +
      'counted, and listed are those of the newest articles, a thousand or a few more, and all actors and events.',
  })
  async search(
    @Args(() => SearchArgs) { query, ...page }: SearchArgs,
    @Ctx() { loaders }: Context,
  ): Promise<SearchPage> {
    assertStorable(query, '"query"');
    const hits = await loaders.corpusPage<SearchHit>(listHits(query), pageRequest(page));
    const edges = await Promise.all(
      hits.edges.map(async ({ node: { type, id, score, snippet }, cursor }) => ({
        node: await loaders.get(type, id),
        cursor,
        score,
        snippet: markedHtml(snippet),
      })),
    );
    return {
      edges,
      pageInfo: hits.pageInfo,
      get totalCount() {
        return hits.totalCount;
      },
    };
  }
}
