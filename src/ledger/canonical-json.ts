import canonicalize from 'canonicalize';

// The package declares an ES module and is a CommonJS one.
const serialize = canonicalize as unknown as (value: unknown) => string;

/** JSON whose bytes depend on its content alone (RFC 8785). The value holds numbers, strings, booleans, null, lists and objects only. */
export const canonicalJson = (value: object): string => serialize(value);
