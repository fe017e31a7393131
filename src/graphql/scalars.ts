import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { readEdtf } from '../domain/edtf.ts';
import { VerbatimError } from '../domain/errors.ts';

/** A scalar that is a string of a certain form. */
function stringScalar(
  name: string,
  description: string,
  check: (value: string) => unknown,
  specifiedByURL: string,
): GraphQLScalarType<string, string> {
  const parseValue = (value: unknown): string => {
    if (typeof value !== 'string') throw new VerbatimError('BAD_USER_INPUT', `${name} must be a string.`);
    check(value);
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: (value) => value as string,
    parseValue,
  });
}

export const EDTF = stringScalar(
  'EDTF',
  'A date or span with the precision that is known, as an EDTF (ISO 8601-2 level 1) string: 2022-07-29, 2022-07, 2022-08-15~, ../2022-07.',
  readEdtf,
  'https://www.loc.gov/standards/datetime/',
);

export const SHA256 = stringScalar(
  'SHA256',
  'SHA-256 of the UTF-8 bytes, 64 lower-case hex digits.',
  (value) => {
    if (!/^[0-9a-f]{64}$/.test(value))
      throw new VerbatimError('BAD_USER_INPUT', 'SHA256 must be 64 lower-case hex digits.');
  },
  'https://csrc.nist.gov/pubs/fips/180-4/upd1/final',
);

/** An address is given as it was recorded: one that is written otherwise may lead elsewhere. */
export const AbsoluteURL = stringScalar(
  'URL',
  'An absolute URL, as it was recorded.',
  (value) => {
    if (!URL.canParse(value))
      throw new VerbatimError('BAD_USER_INPUT', 'A URL must be absolute: https://example.org/.');
  },
  'https://url.spec.whatwg.org/',
);

export { GraphQLDateTime as DateTime };
