import { VerbatimError } from '../../domain/errors.ts';
import type { NamedArticle } from '../../store/review/stored-for-import.ts';
import type { IncomingAnnotation } from './incoming-annotation.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const UUID_NAME = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What may name the articles of annotations in a store. */
export function articleNames(
  annotations: readonly IncomingAnnotation[],
  given: string | null,
): { readonly ids: string[]; readonly slugs: string[]; readonly urls: string[] } {
  const sources = new Set(annotations.flatMap(({ targets }) => targets.flatMap((target) => target.sources)));
  const all = [...sources];
  const isId = given !== null && UUID.test(given);
  return {
    ids: [...all.flatMap((source) => UUID_NAME.exec(source)?.[1] ?? []), ...(isId ? [given] : [])],
    slugs: given === null || isId ? [] : [given],
    urls: [...new Set(all.flatMap(addressesOf))],
  };
}

/** The articles of a store that annotations may be of. */
export class ArticleFinder {
  readonly #given: NamedArticle | null;
  readonly #byName = new Map<string, NamedArticle[]>();

  /**
   * @param given the slug or id of the article that all annotations are said to be of
   * @throws VerbatimError NOT_FOUND when that is not there
   */
  constructor(articles: readonly NamedArticle[], given: string | null) {
    this.#given = articles.find(({ id, slug }) => given === slug || given === id) ?? null;
    if (given !== null && !this.#given) {
      throw new VerbatimError(
        'NOT_FOUND',
        `There is no article ${JSON.stringify(given)} in this store. Nothing was changed.`,
      );
    }
    for (const article of articles) {
      const ids = [article.id, ...article.versionIds].map((id) => `urn:uuid:${id}`);
      const urls = [article.url, article.sourceKey?.replace(/^url:/, '')].filter((url) => typeof url === 'string');
      for (const name of new Set([...ids, ...urls])) {
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), article]);
      }
    }
  }

  /**
   * The one article that an annotation is of.
   *
   * @throws VerbatimError BAD_USER_INPUT when it is not there, or not the one that was said
   */
  of({ targets }: IncomingAnnotation): NamedArticle {
    const found = targets.map(({ sources }) => this.#named(sources));
    const known = found.filter((article) => article !== null);
    const [first = this.#given] = known;
    const other = known.find((article) => article !== (this.#given ?? first));
    if (first && other) {
      throw refused(
        this.#given
          ? `it is of the article ${other.slug}, and not of ${this.#given.slug}, of which all were said to be.`
          : `it is of two articles, ${first.slug} and ${other.slug}, and a statement is of one: make an annotation in each.`,
      );
    }
    const missing = found.indexOf(null);
    if (first && (this.#given || missing === -1)) return first;
    const name = JSON.stringify((targets[missing]?.sources.at(-1) ?? '').slice(0, 200));
    throw refused(
      `there is no article of ${name} in this store. Bring it in with its text ("verbatim ingest --url"), or name the article that all are of by --article.`,
    );
  }

  #named(sources: readonly string[]): NamedArticle | null {
    for (const source of sources) {
      for (const name of [source, ...addressesOf(source)]) {
        const [article, other] = this.#byName.get(name) ?? [];
        if (other) {
          throw refused(
            `${JSON.stringify(name.slice(0, 200))} is the address of several articles: name the one that all are of by --article.`,
          );
        }
        if (article) return article;
      }
    }
    return null;
  }
}

/** An address as it is given, and without the place within its page; none of what is no address. */
function addressesOf(source: string): string[] {
  if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) return [];
  const address = new URL(source);
  address.hash = '';
  return [source, address.href];
}

const refused = (message: string): VerbatimError => new VerbatimError('BAD_USER_INPUT', message);
