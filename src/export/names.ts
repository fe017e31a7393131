/** The terms for which no vocabulary of others has words. */
export const TERMS = 'urn:x-verbatim:terms:';

/** The name of anything that has a UUID (RFC 9562, section 4). */
export const uuidName = (id: string): string => `urn:uuid:${id}`;

/** The name of a revision of a corpus. */
export const revisionName = (corpus: string, number: number): string => `${revisionNames(corpus)}${String(number)}`;

/** How the names of all revisions of a corpus begin. */
export const revisionNames = (corpus: string): string => `urn:x-verbatim:corpus:${corpus}:revision:`;
