// Yoga with Pothos and its Prisma plugin, on the product's own Prisma client: node yoga.mjs DATABASE_URL
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import SchemaBuilder from '@pothos/core';
import PrismaPlugin, { queryFromInfo } from '@pothos/plugin-prisma';
import internals from '@prisma/internals';
import { PrismaPg } from '@prisma/adapter-pg';
import { createYoga } from 'graphql-yoga';
import { PrismaClient } from '../dist/src/store/prisma/client.js';

const adapter = new PrismaPg({ connectionString: process.argv[2], max: 10 }, { statementNameGenerator: named() });
const prisma = new PrismaClient({ adapter });
const schemaFile = new URL('../../prisma/schema.prisma', import.meta.url);
const dmmf = await internals.getDMMF({ datamodel: await readFile(schemaFile, 'utf8') });
const builder = new SchemaBuilder({ plugins: [PrismaPlugin], prisma: { client: prisma, dmmf } });

/** Names for statements, so that the database prepares them. */
function named() {
  const names = new Map();
  return ({ sql }) => {
    if (!names.has(sql)) names.set(sql, `prisma-${names.size}`);
    return names.get(sql);
  };
}

const base64 = (text) => Buffer.from(text).toString('base64url');
const STANDING = { review: { in: ['PROPOSED', 'ACCEPTED'] } };
const IN_ORDER = [{ articleOrdinal: 'asc' }, { position: 'asc' }, { id: 'asc' }];
const idOf = (t, type) => t.id({ select: { id: true }, resolve: (row) => base64(`${type}:${row.id}`) });

const Quote = builder.prismaObject('Quote', {
  fields: (t) => ({
    id: t.id({
      select: { versionId: true, start: true, end: true },
      resolve: (row) => base64(`Quote:${row.versionId}:${row.start}-${row.end}`),
    }),
    exact: t.exposeString('exact'),
    start: t.exposeInt('start'),
    end: t.exposeInt('end'),
    prefix: t.exposeString('prefix'),
    suffix: t.exposeString('suffix'),
  }),
});
builder.prismaObject('Actor', {
  fields: (t) => ({ id: idOf(t, 'Actor'), name: t.exposeString('name'), kind: t.exposeString('kind') }),
});
builder.prismaObject('AttributionHop', {
  fields: (t) => ({
    position: t.exposeInt('position'),
    role: t.exposeString('role'),
    actor: t.relation('actor'),
    cue: t.relation('cue', { nullable: true }),
    source: t.relation('source', { nullable: true }),
  }),
});
const Statement = builder.prismaObject('Statement', {
  fields: (t) => ({
    id: idOf(t, 'Statement'),
    text: t.exposeString('text'),
    mode: t.exposeString('mode'),
    polarity: t.exposeString('polarity'),
    certainty: t.exposeString('certainty'),
    article: t.relation('article'),
    speaker: t.relation('speaker'),
    attribution: t.relation('attribution', { query: { orderBy: { position: 'asc' } } }),
    quotes: t.field({
      type: [Quote],
      select: (_args, _context, nested) => ({
        content: { orderBy: { ordinal: 'asc' }, select: { quote: nested(true) } },
      }),
      resolve: ({ content }) => content.map(({ quote }) => quote),
    }),
  }),
});
const connection = (name, of) =>
  builder.objectRef(name).implement({
    fields: (t) => ({ nodes: t.field({ type: [of], resolve: (nodes) => nodes }) }),
  });
const StatementConnection = connection('StatementConnection', Statement);
const Article = builder.prismaObject('Article', {
  fields: (t) => ({
    id: idOf(t, 'Article'),
    slug: t.exposeString('slug'),
    title: t.exposeString('title'),
    statements: t.field({
      type: StatementConnection,
      args: { first: t.arg.int() },
      select: ({ first }, _context, nested) => ({
        statements: { take: first, where: STANDING, orderBy: IN_ORDER, ...nested(true, ['nodes']) },
      }),
      resolve: ({ statements }) => statements,
    }),
  }),
});
const ArticleConnection = connection('ArticleConnection', Article);

builder.queryType({
  fields: (t) => ({
    node: t.prismaField({
      type: Statement,
      nullable: true,
      args: { id: t.arg.id({ required: true }) },
      resolve: (query, _root, { id }) =>
        prisma.statement.findUnique({ ...query, where: { id: Buffer.from(id, 'base64url').toString().split(':')[1] } }),
    }),
    articles: t.field({
      type: ArticleConnection,
      args: { first: t.arg.int() },
      resolve: (_root, { first }, context, info) =>
        prisma.article.findMany({
          ...queryFromInfo({ context, info, path: ['nodes'] }),
          take: first,
          orderBy: { ordinal: 'asc' },
        }),
    }),
    statements: t.field({
      type: StatementConnection,
      args: { first: t.arg.int(), after: t.arg.string() },
      resolve: (_root, { first, after }, context, info) =>
        prisma.statement.findMany({
          ...queryFromInfo({ context, info, path: ['nodes'] }),
          take: first,
          where: STANDING,
          orderBy: IN_ORDER,
          ...(after ? { cursor: { id: JSON.parse(Buffer.from(after, 'base64url').toString())[3] }, skip: 1 } : {}),
        }),
    }),
  }),
});

const server = createServer(
  createYoga({ schema: builder.toSchema(), graphiql: false, logging: false, maskedErrors: false }),
);
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/graphql`);
});
