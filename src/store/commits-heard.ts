import type { PGlite } from '@electric-sql/pglite';

/**
 * An embedded database whose refused commits are heard of. The adapter that Prisma works through takes a transaction for done once
 * it has begun: that its commit failed, and nothing of it was recorded, it tells nobody.
 */
export function commitsHeard(database: PGlite): PGlite {
  const transaction: PGlite['transaction'] = (work) => {
    let begun = false;
    const done = database.transaction((tx) => {
      begun = true;
      return work(tx);
    });
    const heard = (handle: (error: unknown) => never) =>
      done.then(undefined, (error: unknown) => {
        handle(error);
        if (begun) throw error;
      });
    return Object.assign(done, { catch: heard });
  };
  return new Proxy(database, {
    get: (target, property) => (property === 'transaction' ? transaction : bound(target, property as keyof PGlite)),
  });
}

/** A member of the database itself, whose private state a proxy has not. */
function bound(database: PGlite, property: keyof PGlite): unknown {
  const member: unknown = Reflect.get(database, property);
  return typeof member === 'function' ? (member as (...parameters: unknown[]) => unknown).bind(database) : member;
}
