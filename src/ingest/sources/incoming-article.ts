/** What whoever brings an article says of it. It is kept as such and is no evidence: that stands in the text alone. */
export interface Declared {
  readonly title: string | null;
  /** Absolute, http or https. */
  readonly url: string | null;
  /** BCP 47 */
  readonly language: string | null;
  /** EDTF, no finer than a day. */
  readonly published: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly slug: string | null;
}

/** What may be said of an article from outside. Empty words say nothing. */
export type DeclaredInput = {
  readonly [Key in keyof Declared]?: Declared[Key] | undefined;
} & {
  /** What makes it the same article when it is brought again, if it has no URL. */
  readonly id?: string | null | undefined;
};

/** An article as it was read, before anything is recorded. */
export interface IncomingArticle {
  /** Exactly what is to be stored as the version's text. */
  readonly text: string;
  /**
   * What makes it the same article when it is read again: "url:…" if one is declared, else "id:…" of an id or a slug, else where it
   * was read: "file:/folder/a.txt", "file:/folder/list.jsonl#12", or "sha256:…" of a text that came from nowhere.
   */
  readonly key: string;
  readonly declared: Declared;
  /** As messages name it: "folder/a.html", "list.jsonl:12", "standard input". */
  readonly place: string;
}

/** A file or a line that no article was read from. The others are read all the same. */
export interface BadSource {
  readonly place: string;
  /** What is wrong and what to do; it names the place. */
  readonly message: string;
  /** It was left out for being of no kind that is read here, and nothing is wrong with it. */
  readonly skipped: boolean;
}

/** How one article is written. */
export const ARTICLE_FORMATS = ['text', 'markdown', 'html'] as const;
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

/** How a file is written: one article, or many, one a line. */
export const SOURCE_FORMATS = [...ARTICLE_FORMATS, 'jsonl'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];
