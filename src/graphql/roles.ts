import type { GraphQLSchema } from 'graphql';
import { getMetadataStorage, type AuthChecker } from 'type-graphql';
import { VerbatimError } from '../domain/errors.ts';
import { mayActAs, type Principal } from '../domain/principal.ts';
import type { KeyRole } from '../domain/vocabulary.ts';
import type { Context } from './context.ts';

const ROLE = 'role';
/** What `@Authorized()` without a role asks for: any key. */
const LOWEST: KeyRole = 'REVIEWER';

/**
 * Writes on every root field that has `@Authorized` which role it needs: in its description for people, in its extensions for
 * `neededRole`.
 *
 * @throws Error when a mutation is without: nobody shall write because a line was forgotten
 */
export function withRoles(schema: GraphQLSchema): GraphQLSchema {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  const roots = [
    { type: schema.getQueryType(), handlers: queries, isOpen: true },
    { type: schema.getMutationType(), handlers: mutations, isOpen: false },
    { type: schema.getSubscriptionType(), handlers: subscriptions, isOpen: true },
  ];
  for (const { type, handlers, isOpen } of roots) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const roles = handlers.find(({ schemaName }) => schemaName === field.name)?.roles as KeyRole[] | undefined;
      if (roles) {
        const role = roles[0] ?? LOWEST;
        field.extensions = { ...field.extensions, [ROLE]: role };
        field.description = `${field.description ?? ''} Needs a key of the role ${role}.`.trim();
      } else if (!isOpen) throw new Error(`${field.name} says nothing of who may use it: it needs @Authorized`);
    }
  }
  return schema;
}

/** The role that a root field needs, or null when everybody may use it. */
export const neededRole = ({ extensions }: { readonly extensions: object }): KeyRole | null =>
  (extensions as { readonly [ROLE]?: KeyRole })[ROLE] ?? null;

/**
 * Lets those pass who may do what a role may.
 *
 * @param field what is asked for, for the error
 * @throws VerbatimError UNAUTHENTICATED without a key, FORBIDDEN with one whose role is too low
 */
export function requireRole(principal: Principal | null, role: KeyRole, field: string): void {
  if (!principal) {
    throw new VerbatimError(
      'UNAUTHENTICATED',
      `"${field}" needs a key of the role ${role}. Send one as "Authorization: Bearer KEY"; who runs this server makes them by "verbatim key create".`,
    );
  }
  if (mayActAs(principal.role, role)) return;
  throw new VerbatimError(
    'FORBIDDEN',
    `"${field}" needs a key of the role ${role}, and ${JSON.stringify(principal.name)} has the role ${principal.role}.`,
  );
}

/**
 * Asks before a field with `@Authorized` is resolved; others are none of its business. It must be an arrow function: type-graphql
 * takes whatever has a prototype for a class.
 */
export const authChecker: AuthChecker<Context, KeyRole> = ({ context, info }, [role = LOWEST]) => {
  requireRole(context.principal, role, info.fieldName);
  return true;
};
