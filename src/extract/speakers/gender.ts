/** What a text tells of somebody by "he" or "she", "Mr." or "Ms."; null where it does not tell. */
export type Gender = 'MALE' | 'FEMALE';

/** Whether nothing tells that the two are different. */
export const mayAgree = (a: Gender | null, b: Gender | null): boolean => a === null || b === null || a === b;
