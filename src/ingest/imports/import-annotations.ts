import { VerbatimError } from '../../domain/errors.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { ReviewState } from '../../domain/vocabulary.ts';
import { addStatements } from '../../store/review/add-statements.ts';
import { recordableArticle, type BuiltStatement } from '../../store/review/recordable-article.ts';
import {
  namedArticles,
  storedActors,
  storedStatements,
  type StoredStatement,
} from '../../store/review/stored-for-import.ts';
import type { Store } from '../../store/store.ts';
import type { Transaction } from '../../store/transaction.ts';
import type { Author } from '../../store/write-transaction.ts';
import { buildStatement } from '../build-statement.ts';
import type { BadSource } from '../sources/incoming-article.ts';
import { AnnotatedArticle } from './annotated-article.ts';
import { draftOf } from './draft-of-annotation.ts';
import { ArticleFinder, articleNames } from './find-articles.ts';
import type { IncomingAnnotation } from './incoming-annotation.ts';
import { KnownActors } from './known-actors.ts';

export interface ImportOptions {
  /** The slug or id of the article that all annotations are of; null where each tells it. */
  readonly article: string | null;
  /** Whether what tells no speaker is the article's own voice. */
  readonly isNarration: boolean;
  /** Whether the statements stand as accepted at once; else they are proposed. */
  readonly isAccepted: boolean;
  /** Whether one bad annotation stops all of them. */
  readonly strict: boolean;
  /** Whether only what would be done is told. */
  readonly dryRun: boolean;
}

/** What became of an annotation. */
export interface ImportedAnnotation {
  readonly place: string;
  /** KNOWN: a statement that says this of these words is recorded already. */
  readonly outcome: 'NEW' | 'KNOWN';
  readonly statementId: string;
  /** Of its article. */
  readonly slug: string;
  readonly review: ReviewState;
  /** Its words, each with its place in the current version: code points, half-open. Empty for a known one. */
  readonly quotes: readonly { readonly exact: string; readonly start: number; readonly end: number }[];
}

/**
 * Makes statements of annotations: those of one file in one revision, or none where nothing is new. What cannot be a statement is told
 * beside them, in the order of the file.
 *
 * @param name of the file, for the history
 * @throws VerbatimError NOT_FOUND when the article that was named is not there; BAD_USER_INPUT at the first bad annotation, if these are
 *   to stop it. Then nothing was changed.
 */
export async function importAnnotations(
  store: Store,
  author: Author,
  name: string,
  annotations: readonly (IncomingAnnotation | BadSource)[],
  options: ImportOptions,
): Promise<readonly (ImportedAnnotation | BadSource)[]> {
  const { told } = await addStatements(store, async (tx) => {
    const incoming = annotations.flatMap((one) => ('message' in one ? [] : [one]));
    const importing = await Importing.begin(tx, incoming, options);
    const outcomes: (ImportedAnnotation | BadSource)[] = [];
    for (const one of annotations) {
      const outcome = 'message' in one ? one : await importing.take(one);
      if (options.strict && 'message' in outcome && !outcome.skipped) {
        throw new VerbatimError('BAD_USER_INPUT', `${outcome.message}\nNothing of this file was recorded.`);
      }
      outcomes.push(outcome);
    }
    const built = options.dryRun ? [] : importing.built;
    return { built, told: outcomes, note: { summary: summaryOf(name, built.length, incoming), author } };
  });
  return told;
}

/** Annotations on their way into a store. */
class Importing {
  readonly built: BuiltStatement[] = [];
  readonly #articles = new Map<string, AnnotatedArticle>();
  readonly #known: Map<string, StoredStatement>;
  readonly #alike: ReadonlyMap<string, readonly StoredStatement[]>;

  private constructor(
    private readonly tx: Transaction,
    private readonly options: ImportOptions,
    private readonly finder: ArticleFinder,
    private readonly actors: KnownActors,
    stored: readonly StoredStatement[],
  ) {
    this.#known = new Map(stored.map((statement) => [statement.id, statement]));
    this.#alike = groupBy(stored, sameness);
  }

  /** Reads what the annotations name, by a constant number of SQL statements. */
  static async begin(
    tx: Transaction,
    annotations: readonly IncomingAnnotation[],
    options: ImportOptions,
  ): Promise<Importing> {
    const articles = await namedArticles(tx, articleNames(annotations, options.article));
    const slugs = annotations.flatMap(({ attribution }) => attribution.chain.map(({ actor }) => actor.slug));
    const actors = new KnownActors(await storedActors(tx, [...new Set(slugs)]));
    const stored = await storedStatements(tx, {
      ids: annotations.flatMap(({ claim }) => claim?.statementId ?? []),
      articleIds: articles.map(({ id }) => id),
      texts: [...new Set(annotations.map(({ text }) => text))],
    });
    return new Importing(tx, options, new ArticleFinder(articles, options.article), actors, stored);
  }

  async take(annotation: IncomingAnnotation): Promise<ImportedAnnotation | BadSource> {
    const { place } = annotation;
    try {
      return await this.#import(annotation);
    } catch (error) {
      if (!(error instanceof VerbatimError && error.code === 'BAD_USER_INPUT')) throw error;
      return { place, message: `${place}: ${error.message}`, skipped: false };
    }
  }

  async #import(annotation: IncomingAnnotation): Promise<ImportedAnnotation> {
    const { place, claim } = annotation;
    const named = this.finder.of(annotation);
    const exported = claim && this.#known.get(claim.statementId);
    if (exported) {
      if (exported.articleId === named.id && exported.text === annotation.text)
        return knownAs(exported, place, named.slug);
      throw new VerbatimError('BAD_USER_INPUT', `the store has another statement of the id ${exported.id}.`);
    }
    const article = await this.#articleOf(named.id, named.currentVersionId);
    const { actors, options } = this;
    const draft = draftOf(annotation, { article, actors, isNarration: options.isNarration });
    const built = buildStatement(draft, article.article);
    const statement: BuiltStatement['statement'] = {
      ...built.statement,
      review: options.isAccepted ? 'ACCEPTED' : 'PROPOSED',
      // What was found by a program is not made a person's by being handed on.
      ...(claim ? { origin: claim.origin, confidence: claim.confidence } : {}),
    };
    const quotes = statement.contentIds.flatMap((id) => built.quotes.find((quote) => quote.id === id) ?? []);
    const written: StoredStatement = {
      ...statement,
      speakerId: actors.standing(statement.speakerId),
      content: quotes,
    };
    const known =
      this.#known.get(written.id) ?? this.#alike.get(sameness(written))?.find((one) => hasWordsOf(one, written));
    if (known) return knownAs(known, place, named.slug);
    this.built.push({ ...built, statement });
    this.actors.add(built.actors);
    this.#known.set(written.id, written);
    const places = quotes.map(({ exact, start, end }) => ({ exact, start, end }));
    return {
      place,
      outcome: 'NEW',
      statementId: written.id,
      slug: named.slug,
      review: written.review,
      quotes: places,
    };
  }

  async #articleOf(id: string, versionId: string | null): Promise<AnnotatedArticle> {
    const read = this.#articles.get(id);
    if (read) return read;
    const article = new AnnotatedArticle(await recordableArticle(this.tx, id), versionId ?? '');
    this.#articles.set(id, article);
    return article;
  }
}

/** What two statements share that may be one. */
const sameness = ({ articleId, text, mode, polarity, certainty, speakerId }: StoredStatement): string =>
  JSON.stringify([articleId, text, mode, polarity, certainty, speakerId]);

/** Whether a statement rests on the words of another one: in the same version on the very same ones, in another on words that are alike. */
function hasWordsOf(one: StoredStatement, other: StoredStatement): boolean {
  const words = ({ content }: StoredStatement, key: 'id' | 'exact') =>
    JSON.stringify(content.map((quote) => quote[key]));
  const isOfOneVersion = one.content[0]?.versionId === other.content[0]?.versionId;
  const key = isOfOneVersion ? 'id' : 'exact';
  return words(one, key) === words(other, key);
}

const knownAs = ({ id, review }: StoredStatement, place: string, slug: string): ImportedAnnotation => ({
  place,
  outcome: 'KNOWN',
  statementId: id,
  slug,
  review,
  quotes: [],
});

/** How many of those who made annotations the history names. */
const NAMED_CREATORS = 3;

/** What the history says of an import: from which file, and who made the annotations. */
function summaryOf(name: string, count: number, annotations: readonly IncomingAnnotation[]): string {
  const creators = [...new Set(annotations.flatMap(({ creator }) => creator?.slice(0, 100) ?? []))];
  const named = creators.slice(0, NAMED_CREATORS).join(', ');
  const more = creators.length - NAMED_CREATORS;
  const by = named === '' ? '' : `, made by ${named}${more > 0 ? ` and ${String(more)} more` : ''}`;
  return `import ${String(count)} annotation${count === 1 ? '' : 's'} of ${name}${by}`
    .toWellFormed()
    .replaceAll('\0', '');
}
