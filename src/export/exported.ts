import type { QuoteRecord } from '../domain/records.ts';
import type {
  ActorKind,
  AnchorState,
  Certainty,
  DateBasis,
  HopRole,
  Origin,
  Polarity,
  RelationType,
  ReviewState,
  StatementMode,
} from '../domain/vocabulary.ts';

/** Words of a version. Offsets without a unit in their name are code points, half-open. */
export type ExportedQuote = Omit<QuoteRecord, 'articleId' | 'paragraph'>;

/** Somebody who says or passes on something: the one under whom merged ones stand. */
export interface ExportedActor {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
}

/** What is told of an article wherever it is named. */
export interface ArticleDescription {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly url: string | null;
  /** EDTF, as its text gives it. */
  readonly published: string | null;
}

export interface ExportedArticle extends ArticleDescription {
  /** The ids of the articles that it was made from. */
  readonly drawsOn: readonly string[];
}

/** An immutable text of an article. */
export interface ExportedVersion {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  /** Code points. */
  readonly length: number;
  /** Of the text in UTF-8, in hexadecimal digits. */
  readonly sha256: string;
  readonly recordedAt: Date;
  readonly revision: number;
  /** The version before it; null of a first one. */
  readonly previousId: string | null;
}

/** A version with its text. */
export interface ExportedText extends ExportedVersion {
  readonly text: string;
}

/** A link of a chain of attribution, with the words that introduce it and those that name who it is. */
export interface ExportedHop {
  readonly actor: ExportedActor;
  readonly role: HopRole;
  readonly cue: ExportedQuote | null;
  readonly source: ExportedQuote | null;
}

/** A date with the words that give it. */
interface ExportedDate {
  /** EDTF */
  readonly value: string;
  readonly basis: DateBasis;
  readonly reasoning: string | null;
  readonly quotes: readonly ExportedQuote[];
}

/** What a statement says of another one. */
interface ExportedRelation {
  readonly type: RelationType;
  readonly statementId: string;
}

/** A standing statement with all that it rests on. */
export interface ExportedStatement {
  readonly id: string;
  readonly text: string;
  readonly mode: StatementMode;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly origin: Origin;
  readonly review: ReviewState;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly evidence: AnchorState;
  readonly utteranceId: string;
  /** The revision that recorded it. */
  readonly revision: number;
  readonly article: ArticleDescription;
  readonly speaker: ExportedActor;
  readonly said: ExportedDate | null;
  /** From the article's own voice inwards to the speaker. */
  readonly chain: readonly ExportedHop[];
  /** The words said, in order, each with the version in which they stand. */
  readonly content: readonly { readonly quote: ExportedQuote; readonly version: VersionName }[];
  readonly relations: readonly ExportedRelation[];
}

/** What tells a version apart. */
export type VersionName = Pick<ExportedVersion, 'number' | 'sha256'>;

/** That somebody passes on what somebody else says. */
export interface ExportedFlow {
  readonly fromId: string;
  readonly toId: string;
  /** How many statements go this way, how many of them in the speaker's own words, and in how many articles. */
  readonly statements: number;
  readonly direct: number;
  readonly articles: number;
}

/** An accepted write. */
export interface ExportedRevision {
  readonly number: number;
  readonly recordedAt: Date;
  readonly author: string;
}

/** The corpus as it was at one revision, to be read again and again from the beginning, each time the same in the same order. */
export interface ExportedCorpus {
  readonly revision: number;
  /** Tells this corpus from all others: the head of its ledger at its first revision, in hexadecimal digits. */
  readonly name: string;
  readonly revisions: () => AsyncIterable<ExportedRevision>;
  readonly articles: () => AsyncIterable<ExportedArticle>;
  readonly versions: () => AsyncIterable<ExportedVersion>;
  readonly texts: () => AsyncIterable<ExportedText>;
  readonly actors: () => AsyncIterable<ExportedActor>;
  /** The words that are the content of standing statements, each once. */
  readonly quotes: () => AsyncIterable<ExportedQuote>;
  readonly statements: () => AsyncIterable<ExportedStatement>;
  readonly flows: () => AsyncIterable<ExportedFlow>;
}
