/** The three parts of an attribution: who says it, the words that say that it is said, and what is said. */
export const ROLES = ['cue', 'source', 'content'] as const;

/** Numbers of the roles, as the model counts them. */
export const CUE = 0;
export const SOURCE = 1;
export const CONTENT = 2;
export const ROLE_COUNT = 3;
