import { parse, validate, type GraphQLSchema } from 'graphql';
import { toGlobalId } from '../../src/graphql/relay/global-id.ts';
import type { NodeRows, NodeType } from '../../src/store/read/rows.ts';
import type { Store } from '../../src/store/store.ts';
import type { ArgumentValues } from './generated-queries.ts';

const quoted = (value: string) => JSON.stringify(value);

/** Values for the arguments of generated queries, from what the store holds. */
export async function argumentValues(schema: GraphQLSchema, { prisma }: Store): Promise<ArgumentValues> {
  const slugs = async (table: 'article' | 'actor' | 'event') => {
    const rows = await (prisma[table] as typeof prisma.article).findMany({ select: { slug: true }, take: 4 });
    return [...rows.map(({ slug }) => quoted(slug)), '"nobody"'];
  };
  const ids: string[] = [];
  const add = (type: NodeType, rows: readonly { readonly id: string }[]) => {
    for (const { id } of rows) ids.push(quoted(toGlobalId({ __typename: type, id } as NodeRows[NodeType])));
  };
  add('Statement', await prisma.statement.findMany({ take: 3, select: { id: true } }));
  add('Actor', await prisma.actor.findMany({ take: 3, select: { id: true } }));
  add('Article', await prisma.article.findMany({ take: 2, select: { id: true } }));
  add('ArticleVersion', await prisma.articleVersion.findMany({ take: 1, select: { id: true } }));
  add('Utterance', await prisma.utterance.findMany({ take: 2, select: { id: true } }));
  add('Event', await prisma.event.findMany({ take: 2, select: { id: true } }));
  const actors = await slugs('actor');
  return {
    first: ['0', '1', '3', '20', '101'],
    'article.slug': await slugs('article'),
    'actor.slug': actors,
    'event.slug': await slugs('event'),
    id: [...ids, quoted('nothing')],
    ids: [`[${ids.join(', ')}]`, `[${ids[0] ?? ''}]`, '[]'],
    query: ['"korea"', '"said -war"', '"zzz"', '"\\"foreign minister\\""'],
    search: ['"korea"', '"kim"', 'null'],
    kind: ['PERSON', 'STATE'],
    'events.type': ['[MEETING, STATEMENT]'].filter((value) => isEventType(schema, value)),
    from: ['"2022-07"'],
    to: ['"2022-08"'],
    filter: [
      '{ search: "russia" }',
      '{ mode: [DIRECT] }',
      `{ speaker: ${actors[0] ?? '""'} }`,
      '{ review: [RETRACTED] }',
      '{ saidFrom: "2022-07" }',
      'null',
    ],
    orderBy: ['SAID_ASC', 'SAID_DESC', 'TEXT_POSITION', 'RELEVANCE'],
    roles: ['[CONTENT]', '[CUE, SOURCE]', 'null'],
  };
}

const isEventType = (schema: GraphQLSchema, value: string): boolean =>
  validate(schema, parse(`{ events(type: ${value}) { totalCount } }`)).length === 0;
