import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { VerbatimError } from '../../domain/errors.ts';
import { quoteAt } from '../../store/read/quote-at.ts';
import { corpusState } from '../../store/read/details.ts';
import type { CorpusRow, NodeRows, NodeType } from '../../store/read/rows.ts';
import type { Context } from '../context.ts';
import type { Loaders } from '../loaders.ts';
import { fromGlobalId, type NodeReference } from '../relay/global-id.ts';
import { Node } from '../relay/node.ts';
import { LARGEST_PAGE } from '../relay/page-args.ts';
import { Corpus } from './corpus-type.ts';

type NodeRow = NodeRows[NodeType];

@Resolver(() => Corpus)
export class CorpusResolver {
  @Query(() => Corpus, { description: 'The revision and size of the corpus.' })
  corpus(@Ctx() { sql }: Context): Promise<CorpusRow> {
    return corpusState(sql);
  }

  @Query(() => Node, { nullable: true, description: 'The node of an id; null when there is none.' })
  node(
    @Arg('id', () => ID, { description: 'What the id field of a node gave.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<NodeRow | null> {
    return findNode(fromGlobalId(id), loaders);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The nodes of up to 100 ids, in their order; null for each that is not there.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'What the id fields of nodes gave.' }) ids: string[],
    @Ctx() { loaders }: Context,
  ): Promise<(NodeRow | null)[]> {
    if (ids.length > LARGEST_PAGE) {
      throw new VerbatimError(
        'BAD_USER_INPUT',
        `"ids" may hold ${String(LARGEST_PAGE)} ids, not ${String(ids.length)}. Ask for them in parts.`,
      );
    }
    const references = ids.map(fromGlobalId);
    return Promise.all(references.map((reference) => findNode(reference, loaders)));
  }
}

async function findNode(reference: NodeReference, loaders: Loaders): Promise<NodeRow | null> {
  if (reference.type !== 'Quote') return loaders.find(reference.type, reference.id);
  const version = await loaders.find('ArticleVersion', reference.versionId);
  return version && quoteAt(version, reference.start, reference.end);
}
