import type { DomDocument } from './dom.ts';

/** What pages tell of their article to search engines, by the names of schema.org. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** Blocks, and entries of lists in them, that are looked at. A page has one to five. */
const MOST = 50;
/** UTF-16 units of a block; some hold the whole article. */
const LONGEST = 1_000_000;
/** Lists and graphs within each other. */
const DEEPEST = 4;
const ARTICLE = /(?:Article|BlogPosting|Report)$/;

/** The first article that the page's linked data describe, or null. What is no JSON tells nothing. */
export function articleData(document: DomDocument): LinkedData | null {
  let looked = 0;
  for (const script of document.querySelectorAll('script')) {
    if (looked++ >= MOST) return null;
    const found = script.textContent.length > LONGEST ? null : articleIn(parsed(script.textContent), DEEPEST);
    if (found) return found;
  }
  return null;
}

/** The name of a person or an organization, the names of several, or words that stand for one. */
export function namesIn(value: unknown): string | null {
  const names = (Array.isArray(value) ? value.slice(0, MOST) : [value]).flatMap((one: unknown) => {
    const name = isObject(one) ? one['name'] : one;
    return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
  });
  return names.length === 0 ? null : names.join(', ');
}

function articleIn(value: unknown, deepest: number): LinkedData | null {
  if (deepest === 0) return null;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, MOST)) {
      const found = articleIn(one, deepest - 1);
      if (found) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  const type: unknown = value['@type'];
  const types: unknown[] = Array.isArray(type) ? type.slice(0, MOST) : [type];
  if (types.some((one) => typeof one === 'string' && ARTICLE.test(one))) return value;
  return articleIn(value['@graph'], deepest - 1);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

export const isObject = (value: unknown): value is LinkedData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
