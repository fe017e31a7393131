/** Where an object begins in JSON as PostgreSQL and JSON.stringify write it: behind a string that ends in "{" comes no letter. */
const OPENING = '{"';

/**
 * How many objects there are in JSON, besides the outermost one. None is empty, and their keys are names of GraphQL, which begin with a
 * letter or "_" (GraphQL specification, section 2.1.9).
 */
export function objectsInJson(json: string): number {
  let objects = -1;
  for (let at = json.indexOf(OPENING); at !== -1; at = json.indexOf(OPENING, at + OPENING.length)) {
    if (isNameStart(json.charCodeAt(at + OPENING.length))) objects++;
  }
  return Math.max(0, objects);
}

/** How many objects there are in a value, itself among them. */
export function objectsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + objectsIn(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + objectsIn(item), 1);
}

const isNameStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
