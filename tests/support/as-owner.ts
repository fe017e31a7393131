import type { Store } from '../../src/store/store.ts';

/** Runs statements as who owns the database, whom nothing but the database's own guards holds back. */
export async function asOwner({ prisma }: Store, ...statements: readonly string[]): Promise<void> {
  await prisma.$transaction(['SET LOCAL ROLE NONE', ...statements].map((text) => prisma.$executeRawUnsafe(text)));
}
