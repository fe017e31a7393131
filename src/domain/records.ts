import type {
  ActorKind,
  AnchorState,
  Certainty,
  CreditRole,
  DateBasis,
  EventType,
  FurnitureKind,
  HopRole,
  MentionKind,
  Origin,
  ParticipantRole,
  Polarity,
  RelationType,
  ReviewState,
  StatementMode,
} from './vocabulary.ts';

/**
 * What is recorded of a corpus, as a store takes it: flat, with every identity already worked out (see `identify`).
 * Offsets without a unit in their name are code points.
 */
export interface CorpusRecords {
  /**
   * Whether the records tell all that is said of their articles, so that what is stored besides is withdrawn; else they only add
   * to it. By default they tell all.
   */
  readonly isWhole?: boolean;
  readonly articles: readonly ArticleRecord[];
  readonly versions: readonly VersionRecord[];
  readonly quotes: readonly QuoteRecord[];
  readonly anchors: readonly AnchorRecord[];
  readonly dates: readonly DateRecord[];
  readonly actors: readonly ActorRecord[];
  /** Of actors of this write into others of it or of the store. */
  readonly merges?: readonly ActorMergeRecord[];
  readonly actorMentions: readonly ActorMentionRecord[];
  readonly events: readonly EventRecord[];
  readonly participants: readonly ParticipantRecord[];
  readonly eventMentions: readonly EventMentionRecord[];
  readonly utterances: readonly UtteranceRecord[];
  readonly statements: readonly StatementRecord[];
  readonly relations: readonly RelationRecord[];
  readonly credits: readonly CreditRecord[];
  readonly furniture: readonly FurnitureRecord[];
  readonly derivations: readonly DerivationRecord[];
}

/** Records of nothing, to be filled in part. */
export const EMPTY_RECORDS: CorpusRecords = {
  articles: [],
  versions: [],
  quotes: [],
  anchors: [],
  dates: [],
  actors: [],
  merges: [],
  actorMentions: [],
  events: [],
  participants: [],
  eventMentions: [],
  utterances: [],
  statements: [],
  relations: [],
  credits: [],
  furniture: [],
  derivations: [],
};

/** What whoever brings an article in says of it. No evidence: the text may tell otherwise, or nothing. */
export interface Declared {
  readonly title: string | null;
  /** EDTF. */
  readonly published: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
}

export interface ArticleRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly titleQuoteId: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly publishedId: string | null;
  readonly declared?: Declared | null;
  /** What makes it the same article when it is brought in again: "url:…", "id:…" or "file:…". */
  readonly sourceKey?: string | null;
}

export interface VersionRecord {
  readonly id: string;
  readonly articleId: string;
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly length: number;
  readonly lengthUtf16: number;
  readonly sha256: string;
  readonly sentenceStarts: readonly number[];
  readonly sentenceEnds: readonly number[];
  readonly quotationStarts: readonly number[];
  readonly quotationEnds: readonly number[];
}

export interface QuoteRecord {
  readonly id: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly start: number;
  readonly end: number;
  readonly startUtf16: number;
  readonly endUtf16: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly paragraph: number;
}

/** Where a quote of an earlier version stands in a later one. */
export interface AnchorRecord {
  readonly quoteId: string;
  readonly versionId: string;
  readonly state: AnchorState;
  readonly targetId: string | null;
}

export interface DateRecord {
  readonly id: string;
  /** EDTF. */
  readonly value: string;
  readonly earliest: Date | null;
  readonly latest: Date | null;
  readonly basis: DateBasis;
  readonly reasoning: string | null;
  readonly quoteIds: readonly string[];
}

export interface ActorRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** Its name as it is compared with others (see `nameKey`); null for one left unnamed. */
  readonly nameKey: string | null;
}

/** That an actor is another one, under whom it then stands. */
export interface ActorMergeRecord {
  readonly actorId: string;
  readonly intoId: string;
  readonly origin: Origin;
  readonly reason: string;
}

export interface ActorMentionRecord {
  readonly actorId: string;
  readonly quoteId: string;
  readonly kind: MentionKind;
}

export interface EventRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly type: EventType;
  readonly occurredId: string | null;
}

export interface ParticipantRecord {
  readonly eventId: string;
  readonly actorId: string;
  readonly role: ParticipantRole;
  readonly ordinal: number;
}

export interface EventMentionRecord {
  readonly eventId: string;
  readonly quoteId: string;
}

export interface UtteranceRecord {
  readonly id: string;
  readonly speakerId: string;
  readonly saidId: string | null;
}

export interface StatementRecord {
  readonly id: string;
  readonly articleId: string;
  /** Start of its first content quote. */
  readonly position: number;
  readonly text: string;
  readonly mode: StatementMode;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  readonly speakerId: string;
  readonly utteranceId: string;
  /** Whether a person put it to its utterance; EXTRACTED also where it is alone. */
  readonly utteranceOrigin: Origin;
  readonly saidId: string | null;
  readonly origin: Origin;
  readonly review: ReviewState;
  readonly confidence: number;
  readonly contentIds: readonly string[];
  /** From the article's own voice inwards to the speaker. */
  readonly chain: readonly HopRecord[];
  readonly events: readonly { readonly eventId: string; readonly quoteId: string }[];
}

export interface HopRecord {
  readonly actorId: string;
  readonly role: HopRole;
  readonly cueId: string | null;
  readonly sourceId: string | null;
}

export interface RelationRecord {
  readonly fromId: string;
  readonly toId: string;
  readonly type: RelationType;
  readonly rationale: string;
  readonly origin: Origin;
}

export interface CreditRecord {
  readonly articleId: string;
  readonly role: CreditRole;
  readonly actorId: string;
  readonly quoteId: string;
}

export interface FurnitureRecord {
  readonly quoteId: string;
  readonly articleId: string;
  readonly kind: FurnitureKind;
}

/** A passage that two articles share; on the left that of the one recorded first. */
export interface SharedPassageRecord {
  readonly leftId: string;
  readonly rightId: string;
  readonly leftArticleId: string;
  readonly rightArticleId: string;
}

/** `articleId` was made from `sourceId`. */
export interface DerivationRecord {
  readonly articleId: string;
  readonly sourceId: string;
  readonly rationale: string;
  readonly origin: Origin;
}
