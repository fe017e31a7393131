import { VerbatimError } from '../../domain/errors.ts';
import { columnOf } from '../columns.ts';
import type { SqlClient } from '../sql.ts';
import type { NodeRows, NodeType } from './rows.ts';

/** How an entity is read: its table, what it is called in statements, and its columns as `NodeRows` has them. */
export interface Entity {
  readonly table: string;
  readonly alias: string;
  readonly columns: string;
}

const entity = (type: NodeType, table: string, alias: string, columns: string): Entity => ({
  table,
  alias,
  columns: `'${type}' AS "__typename", ${columns
    .trim()
    .split(/\s+/)
    .map((name) => `${alias}.${columnOf(name)} AS "${name}"`)
    .join(', ')}`,
});

export const ENTITIES: Readonly<Record<NodeType, Entity>> = {
  Article: entity(
    'Article',
    'article',
    'a',
    'id slug title titleQuoteId language url publishedId currentVersionId declared',
  ),
  ArticleVersion: entity(
    'ArticleVersion',
    'article_version',
    'v',
    'id articleId number text length sha256 recordedAt revision',
  ),
  Quote: entity(
    'Quote',
    'quote',
    'q',
    'id articleId versionId start end startUtf16 endUtf16 exact prefix suffix paragraph',
  ),
  Statement: entity(
    'Statement',
    'statement',
    's',
    'id articleId text mode polarity certainty speakerId utteranceId utteranceOrigin saidId origin review confidence evidence revision reviewedIn',
  ),
  Actor: entity('Actor', 'actor', 'c', 'id slug name kind'),
  Event: entity('Event', 'event', 'e', 'id slug title type occurredId'),
  Utterance: entity('Utterance', 'utterance', 'u', 'id speakerId saidId'),
};

/** An entity as clients name it: by its id or by its slug. */
export type Named = { readonly id: string } | { readonly slug: string };

/** SQL of the id under which an actor stands: its own, or that of the one it is merged into. */
export const STANDING_ACTOR = (alias: string): string => `coalesce(${alias}.merged_into_id, ${alias}.id)`;

/** SQL of the ids of all actors that stand under one. */
export const ACTORS_UNDER = (id: string): string =>
  `(SELECT own.id FROM actor own WHERE own.id = ${id} OR own.merged_into_id = ${id})`;

/** An actor is read as the one under whom it stands, under the id that was asked for. */
const ACTOR_AS_ASKED = `actor asked JOIN actor c ON c.id = ${STANDING_ACTOR('asked')}`;

/** What entities of a type are read from, and the alias of the row that a client asks for. */
export const entitySource = (type: NodeType): { readonly from: string; readonly asked: string } =>
  type === 'Actor'
    ? { from: `(${ACTOR_AS_ASKED})`, asked: 'asked' }
    : { from: `${ENTITIES[type].table} ${ENTITIES[type].alias}`, asked: ENTITIES[type].alias };

/** Entities of one type by id; those that are not there are left out. */
export function findByIds<Type extends NodeType>(
  sql: SqlClient,
  type: Type,
  ids: readonly string[],
): Promise<(NodeRows[Type] & { readonly askedId: string })[]> {
  const { columns } = ENTITIES[type];
  const { from, asked } = entitySource(type);
  const text = `SELECT ${asked}.id AS "askedId", ${columns} FROM ${from} WHERE ${asked}.id = ANY ($1::uuid[])`;
  return sql.query({ name: `${type}-by-id`, text }, [ids]);
}

/** The entity of a slug, or null. */
export async function findBySlug<Type extends 'Article' | 'Actor' | 'Event'>(
  sql: SqlClient,
  type: Type,
  slug: string,
): Promise<NodeRows[Type] | null> {
  const { columns } = ENTITIES[type];
  const { from, asked } = entitySource(type);
  const text = `SELECT ${columns} FROM ${from} WHERE ${asked}.slug = $1`;
  const [row] = await sql.query<NodeRows[Type]>({ name: `${type}-by-slug`, text }, [slug]);
  return row ?? null;
}

/**
 * The slug of the very actor that a client names, even if it stands under another one: chains name those whom the text names.
 *
 * @throws VerbatimError BAD_USER_INPUT when there is none
 */
export async function findActorSlug(sql: SqlClient, name: Named): Promise<string> {
  if ('slug' in name) {
    await findActorId(sql, name);
    return name.slug;
  }
  const [row] = await sql.query<{ readonly slug: string }>(
    { name: 'actor-slug-by-id', text: 'SELECT slug FROM actor WHERE id = $1::uuid' },
    [name.id],
  );
  if (row) return row.slug;
  throw new VerbatimError('BAD_USER_INPUT', 'There is no actor of this id. Query.actors finds actors by name.');
}

/**
 * The id of the actor that a client names.
 *
 * @throws VerbatimError BAD_USER_INPUT when there is none
 */
export async function findActorId(sql: SqlClient, name: Named): Promise<string> {
  const row =
    'slug' in name ? await findBySlug(sql, 'Actor', name.slug) : (await findByIds(sql, 'Actor', [name.id]))[0];
  if (row) return row.id;
  const said = 'slug' in name ? `the slug "${name.slug}"` : 'this id';
  throw new VerbatimError('BAD_USER_INPUT', `There is no actor of ${said}. Query.actors finds actors by name.`);
}
