import { compareQuotes, findVariants, type ComparableQuote, type Variant } from '../../compare/variants.ts';
import { textFragmentUrl } from '../quote/text-fragment.ts';

/** Begins the name of what is worked out late. Names of GraphQL do not, and what texts hold is never a key. */
const MARK = '\uE002';

/** A field that is asked of a comparison, by its key and its name; of its edits, which fields of these. */
type AskedOfVariant = readonly [key: string, name: string, ofEdits?: readonly (readonly [key: string, name: string])[]];

/** A quote as a statement reads it to be compared, with what is asked of it by the key of the side on which it stands. */
interface ReadQuote extends ComparableQuote {
  readonly asked: Readonly<Record<string, unknown>>;
}

/** What is worked out in this process of values that a statement has read, in the place where it put them. */
const WORKED_OUT = {
  deepLink: (url: string | null, exact: string, prefix: string, suffix: string) =>
    url === null ? null : textFragmentUrl(url, { exact, prefix, suffix }),
  variants: (asked: readonly AskedOfVariant[], renderings: readonly (readonly ReadQuote[])[]) =>
    findVariants(renderings).map((variant) => variantAsAsked(asked, variant)),
  passages: (asked: readonly AskedOfVariant[], pairs: readonly (readonly [ReadQuote, ReadQuote])[]) =>
    pairs.map(([left, right]) => variantAsAsked(asked, compareQuotes(left, right))),
} satisfies Record<string, (...values: never[]) => unknown>;

/** SQL of a value that is worked out late, of SQL of what it is worked out from. */
export const late = (name: keyof typeof WORKED_OUT, values: readonly string[]): string =>
  `json_build_object('${MARK}${name}', json_build_array(${values.join(', ')}))`;

/** Puts what is worked out late into the JSON of an answer. */
export const workOut = (json: string): string =>
  json.includes(MARK) ? JSON.stringify(JSON.parse(json, (_, value: unknown) => workedOut(value))) : json;

function workedOut(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [entry] = Object.entries(value as Readonly<Record<string, unknown>>);
  if (!entry?.[0].startsWith(MARK)) return value;
  const [name, values] = entry;
  const work = WORKED_OUT[name.slice(MARK.length) as keyof typeof WORKED_OUT] as (...values: unknown[]) => unknown;
  return work(...(values as unknown[]));
}

function variantAsAsked(asked: readonly AskedOfVariant[], variant: Variant<ReadQuote>): object {
  return Object.fromEntries(
    asked.map(([key, name, ofEdits = []]): [string, unknown] => {
      if (name === '__typename') return [key, 'QuoteVariant'];
      if (name === 'left' || name === 'right') return [key, variant[name].asked[key]];
      if (name !== 'edits') return [key, variant[name as 'similarity' | 'kinds']];
      return [
        key,
        variant.edits.map((edit) =>
          Object.fromEntries(
            ofEdits.map(([own, part]) => [
              own,
              part === '__typename' ? 'Edit' : edit[part as 'operation' | 'left' | 'right'],
            ]),
          ),
        ),
      ];
    }),
  );
}
