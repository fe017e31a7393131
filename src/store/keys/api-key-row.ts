import type { KeyRole } from '../../domain/vocabulary.ts';

/** A key without its secret, of which the store has a hash alone. */
export interface ApiKeyRow {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  readonly role: KeyRole;
  readonly createdAt: Date;
  /** From then on it is refused; null for one that does not expire. */
  readonly expiresAt: Date | null;
  /** Since then it is refused; null for one that was not revoked. */
  readonly revokedAt: Date | null;
}

/** The columns of a row, for Prisma. */
export const API_KEY_COLUMNS = {
  id: true,
  name: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
} as const satisfies Record<keyof ApiKeyRow, true>;
