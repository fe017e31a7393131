import type { KeyRole } from '../domain/vocabulary.ts';

/** The roles of keys as commands take them. */
export const KEY_ROLES = ['reviewer', 'editor', 'admin'] as const satisfies readonly Lowercase<KeyRole>[];
