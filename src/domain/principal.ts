import type { KeyRole } from './vocabulary.ts';

/** Who sends a request, by the key that came with it. */
export interface Principal {
  /** The key's name. */
  readonly name: string;
  readonly role: KeyRole;
  /** Null for a key that is in no store, as that of the machine's own command line. */
  readonly keyId: string | null;
}

const RANK: Readonly<Record<KeyRole, number>> = { REVIEWER: 1, EDITOR: 2, ADMIN: 3 };

/** Whether a role may do what another one may: each may do all that those before it may. */
export const mayActAs = (role: KeyRole, wanted: KeyRole): boolean => RANK[role] >= RANK[wanted];
