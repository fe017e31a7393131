import { textFragmentUrl } from '../quote/text-fragment.ts';

/** Begins the name of what is worked out late. Names of GraphQL do not, and what texts hold is never a key. */
const MARK = '\uE002';

/** What is worked out in this process of values that a statement has read, in the place where it put them. */
const WORKED_OUT = {
  deepLink: (url: string | null, exact: string, prefix: string, suffix: string) =>
    url === null ? null : textFragmentUrl(url, { exact, prefix, suffix }),
} satisfies Record<string, (...values: never[]) => unknown>;

/** SQL of a value that is worked out late, of SQL of what it is worked out from. */
export const late = (name: keyof typeof WORKED_OUT, values: readonly string[]): string =>
  `json_build_object('${MARK}${name}', json_build_array(${values.join(', ')}))`;

/** Puts what is worked out late into the JSON of an answer. */
export const workOut = (json: string): string =>
  json.includes(MARK) ? JSON.stringify(JSON.parse(json, (_, value: unknown) => workedOut(value))) : json;

function workedOut(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const [[name = '', values] = []] = Object.entries(value);
  if (!name.startsWith(MARK)) return value;
  const work = WORKED_OUT[name.slice(MARK.length) as keyof typeof WORKED_OUT] as (...values: unknown[]) => unknown;
  return work(...(values as unknown[]));
}
