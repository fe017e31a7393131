/**
 * How many objects there are in JSON as PostgreSQL and JSON.stringify write it, besides the outermost one. None is empty, and their
 * keys are names of GraphQL, which begin with a letter or "_" (GraphQL specification, section 2.1.9). What stands in a string is told
 * apart, since a quotation mark behind a brace ends the string there, and no letter follows.
 */
export function objectsInJson(json: string): number {
  let objects = -1;
  // To look for a single character takes a fifth of the time that two take.
  for (let at = json.indexOf('{'); at !== -1; at = json.indexOf('{', at + 1)) {
    if (json.charCodeAt(at + 1) === QUOTATION_MARK && isNameStart(json.charCodeAt(at + 2))) objects++;
  }
  return Math.max(0, objects);
}

const QUOTATION_MARK = 0x22;

/** How many objects there are in a value, itself among them. */
export function objectsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + objectsIn(item), 0);
  // A date is written as a string.
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + objectsIn(item), 1);
}

const isNameStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
