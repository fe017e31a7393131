import type { Prisma } from './prisma/client.ts';

/** A write transaction. */
export type Transaction = Prisma.TransactionClient;
